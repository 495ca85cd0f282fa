'use strict';

const cluster = require('cluster');
const net = require('net');

if (cluster.isPrimary) {
  const server = net.createServer().listen(0, '127.0.0.1', () => {
    const worker = cluster.fork({ PORT: server.address().port });
    worker.on('message', (message) => console.log(message));
    worker.on('exit', (code) => {
      console.log('exit', code);
      server.close();
    });
  });
} else {
  const { PORT } = process.env;
  net.createServer().on('error', (error) => {
    process.send([error.code, error.syscall, error.message.replace(PORT, 'PORT'), error.port === +PORT]);
    process.disconnect();
  }).listen(+PORT, '127.0.0.1');
}
