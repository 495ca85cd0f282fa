'use strict';
// The second address is tried when the first one fails; if all fail, their errors come together.
const net = require('net');
const server = net.createServer((socket) => socket.end()).listen(0, '127.0.0.1', () => {
  const { port } = server.address();
  const lookup = (host, options, callback) => callback(null, [{ address: '::1', family: 6 }, { address: '127.0.0.1', family: 4 }]);
  const client = net.connect({ port, host: 'example.test', lookup });
  client.on('connectionAttempt', (address, number, family) => console.log('attempt', address, family));
  client.on('connectionAttemptFailed', (address, number, family, error) => console.log('failed', address, error.code));
  client.on('connect', () => console.log('connect', client.remoteAddress));
  client.resume();
  client.on('close', () => server.close(() => {
    const second = net.connect({ port, host: 'example.test', lookup });
    second.on('error', (error) => {
      console.log(error.name, error.constructor.name, error.code, JSON.stringify(error.message));
      for (const one of error.errors) console.log(one.code, one.message.replace(port, 'PORT'));
    });
    second.on('close', (hadError) => console.log('close', hadError));
  }));
});
