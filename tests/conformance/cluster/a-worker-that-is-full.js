'use strict';

// maxConnections: a worker hands the connection back, and another gets it.
const cluster = require('cluster');
const net = require('net');

if (cluster.isPrimary) {
  const served = [];
  let listening = 0;
  cluster.fork();
  cluster.fork();
  const connect = (port) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.setEncoding('utf8');
    socket.on('data', (id) => {
      served.push(id);
      if (served.length < 2) return connect(port);
      console.log(served.sort());
      process.exit(0);
    });
  };
  cluster.on('listening', (worker, { port }) => {
    if (++listening === 2) connect(port);
  });
} else {
  const server = net.createServer((socket) => socket.write(`${cluster.worker.id}`));
  server.maxConnections = 1;
  server.listen(0, '127.0.0.1');
}
