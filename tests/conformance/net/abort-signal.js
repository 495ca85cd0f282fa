'use strict';
const net = require('net');
const controller = new AbortController();
const server = net.createServer((socket) => { socket.resume(); socket.on('error', (e) => console.log('server side', e.code)); socket.on('close', () => console.log('server side closed')); });
server.listen({ port: 0, host: '127.0.0.1', signal: controller.signal }, () => {
  const own = new AbortController();
  const client = net.connect({ port: server.address().port, host: '127.0.0.1', signal: own.signal }, () => {
    setTimeout(() => own.abort(), 5);
  });
  client.on('error', (error) => console.log(error.name, error.code, error.message));
  client.on('close', (hadError) => { console.log('close', hadError); controller.abort(); });
});
server.on('close', () => console.log('server closed'));
