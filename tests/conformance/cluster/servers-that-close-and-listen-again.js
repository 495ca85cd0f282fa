'use strict';

const cluster = require('cluster');
const net = require('net');

if (cluster.isPrimary) {
  const worker = cluster.fork();
  let times = 0;
  worker.on('listening', ({ port }) => {
    net.connect(port, '127.0.0.1').on('connect', function() {
      console.log('connected', ++times);
      this.end();
    });
  });
  worker.on('exit', (code) => console.log('exit', code));
} else {
  let left = 3;
  const serve = () => {
    const server = net.createServer((socket) => {
      socket.end();
      server.close(() => (--left > 0 ? serve() : cluster.worker.disconnect()));
    });
    server.listen(0, '127.0.0.1', () => server.listening || process.exit(1));
  };
  serve();
}
