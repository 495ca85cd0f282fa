'use strict';

const cluster = require('cluster');
const http = require('http');

if (cluster.isPrimary) {
  let listening = 0;
  const counts = [];
  cluster.fork();
  cluster.fork();
  const ask = (port) => {
    http.get({ port, host: '127.0.0.1', agent: false }, (response) => {
      response.setEncoding('utf8');
      response.on('data', (count) => counts.push(count));
      response.on('close', () => {
        if (counts.length < 6) return setTimeout(ask, 5, port);
        console.log(counts.join(' '));
        cluster.disconnect();
      });
    });
  };
  cluster.on('listening', (worker, { port }) => {
    if (++listening === 2) setTimeout(ask, 20, port);
  });
} else {
  let count = 0;
  http.createServer((request, response) => response.end(`${++count}`)).listen(0, '127.0.0.1');
}
