'use strict';
// An error that nobody listens to.
const net = require('net');
const server = net.createServer().listen(0, '127.0.0.1', () => {
  const { port } = server.address();
  server.close();
  process.on('uncaughtException', (error, origin) => console.log(origin, error.message.replace(port, 'PORT')));
  net.connect(port, '127.0.0.1').on('close', (hadError) => console.log('close', hadError));
});
