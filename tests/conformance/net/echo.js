'use strict';
// A server that sends back what it gets; order of events on both sides of one exchange.
const net = require('net');
const server = net.createServer((socket) => {
  console.log('connection');
  socket.on('data', (data) => { console.log('server got', String(data)); socket.write(data, () => console.log('server write done')); });
  socket.on('end', () => console.log('server end'));
  socket.on('finish', () => console.log('server finish'));
  socket.on('close', (hadError) => console.log('server side closed', hadError));
});
server.on('listening', () => console.log('listening'));
server.on('close', () => console.log('server closed'));
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => {
    console.log('connected');
    client.write('ping', () => console.log('client write done'));
  });
  client.on('ready', () => console.log('ready'));
  client.once('data', (data) => { console.log('client got', String(data)); client.end(() => console.log('end done')); });
  client.on('end', () => console.log('client end'));
  client.on('finish', () => console.log('client finish'));
  client.on('close', (hadError) => { console.log('client closed', hadError); server.close(); });
});
console.log('listen called');
