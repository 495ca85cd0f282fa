'use strict';

const cluster = require('cluster');
const net = require('net');

if (cluster.isPrimary) {
  const ports = new Set();
  let listening = 0;
  for (let i = 0; i < 3; i++) cluster.fork();
  cluster.on('listening', (worker, address) => {
    ports.add(address.port);
    if (++listening < 6) return;
    console.log('ports', ports.size);
    cluster.disconnect(() => console.log('all gone', Object.keys(cluster.workers)));
  });
} else {
  // Two calls for any port are two ports, the same in every worker.
  net.createServer().listen(0, '127.0.0.1');
  net.createServer().listen(0, '127.0.0.1');
}
