'use strict';

const cluster = require('cluster');
const http = require('http');

if (cluster.isPrimary) {
  const worker = cluster.fork();
  worker.on('listening', ({ port }) => {
    http.get({ port, host: '127.0.0.1', agent: false }, (response) => {
      console.log('response', response.statusCode, worker.isConnected());
      response.setEncoding('utf8');
      response.on('data', (data) => console.log(data));
    });
  });
  worker.on('message', (message) => {
    console.log(message);
    worker.disconnect();
    console.log(Object.keys(cluster.workers), worker.exitedAfterDisconnect);
  });
  worker.on('disconnect', () => console.log('disconnect'));
  worker.on('exit', (code) => console.log('exit', code));
} else {
  http.createServer((request, response) => {
    process.send('request');
    setTimeout(() => response.end('done'), 100);
  }).listen(0, '127.0.0.1');
}
