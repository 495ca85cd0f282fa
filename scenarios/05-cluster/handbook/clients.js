// Clients of the cluster, one after the other, once all workers listen.

const cluster = require('cluster');
const http = require('http');
const os = require('os');

const paths = ['/', '/', '/', '/', '/crash', '/', '/', '/', '/'];
let listening = 0;

cluster.on('listening', () => {
  if (++listening === os.cpus().length) next();
});

function next() {
  const path = paths.shift();
  if (path === undefined) return setTimeout(process.exit, 300);
  const request = http.get({ port: 3000, path, agent: false }, (response) => {
    response.setEncoding('utf8');
    response.on('data', (text) => console.log(`GET ${path}: ${text}`));
    response.on('close', () => setTimeout(next, 10));
  });
  request.on('error', (error) => {
    console.log(`GET ${path}: ${error.code}`);
    setTimeout(next, 100);
  });
}
