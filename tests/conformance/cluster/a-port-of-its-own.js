'use strict';

// exclusive: the second worker cannot have it.
const cluster = require('cluster');
const net = require('net');

if (cluster.isPrimary) {
  cluster.fork({ PORT: 0 }).on('message', (message) => {
    console.log(1, typeof message);
    cluster.fork({ PORT: message }).on('message', (text) => {
      console.log(2, text);
      process.exit(0);
    });
  });
} else {
  const server = net.createServer();
  server.on('error', (error) => process.send(`${error.code} ${error.syscall}`));
  server.listen({ port: +process.env.PORT, host: '127.0.0.1', exclusive: true }, () => process.send(server.address().port));
}
