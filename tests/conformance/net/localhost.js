'use strict';
// Without a host it is localhost, by its name.
const net = require('net');
const server = net.createServer((socket) => socket.end()).listen(0, () => {
  const client = net.connect(server.address().port);
  client.on('lookup', (error, address, family, host) => console.log('lookup', error, family === 4 || family === 6, host));
  client.on('connectionAttempt', () => console.log('attempt'));
  client.on('connect', () => console.log('connect'));
  client.resume();
  client.on('close', () => server.close());
  process.nextTick(() => console.log('tick'));
});
