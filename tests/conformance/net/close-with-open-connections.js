'use strict';
// close() refuses new connections and waits for the open ones.
const net = require('net');
const server = net.createServer((socket) => {
  socket.resume();
  server.close((error) => console.log('closed', error));
  console.log(server.listening, server.address());
  server.getConnections((error, count) => console.log('open', count));
  setTimeout(() => { console.log('ending'); socket.end(); }, 20);
});
server.on('close', () => console.log('close event'));
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1');
  client.resume();
  client.on('close', () => console.log('client closed'));
});
