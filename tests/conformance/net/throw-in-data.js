'use strict';
// An exception in a callback leaves the connection as it is.
const net = require('net');
process.on('uncaughtException', (error) => console.log('uncaught', error.message));
const server = net.createServer((socket) => {
  socket.on('data', (data) => { console.log('data', String(data)); if (String(data) === 'one') throw new Error('in data'); socket.end(); });
}).listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => {
    client.write('one');
    setTimeout(() => client.write('two'), 20);
  });
  client.resume();
  client.on('close', () => server.close());
});
