'use strict';
// Nobody listens there.
const net = require('net');
const server = net.createServer().listen(0, '127.0.0.1', () => {
  const { port } = server.address();
  server.close(() => {
    const socket = net.connect(port, '127.0.0.1');
    socket.on('connectionAttempt', (address, number, family) => console.log('attempt', address, number === port, family));
    socket.on('connectionAttemptFailed', (address, number, family, error) => console.log('failed', address, family, error.code));
    socket.on('connect', () => console.log('never'));
    socket.on('error', (error) => {
      console.log(error.name, error.message.replace(port, 'PORT'), error.code, error.errno, error.syscall, error.address, error.port === port);
      console.log(socket.destroyed, socket.connecting, socket.readyState);
    });
    socket.on('close', (hadError) => console.log('close', hadError));
  });
});
