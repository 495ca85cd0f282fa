'use strict';
// A client that ends its side right after the request.
const http = require('http');
const net = require('net');
const server = http.createServer((req, res) => {
  req.on('close', () => console.log('request close'));
  res.on('close', () => console.log('response close', res.writableFinished));
  setTimeout(() => res.end('late'), 10);
}).listen(0, '127.0.0.1', () => {
  const socket = net.connect({ port: server.address().port, host: '127.0.0.1', allowHalfOpen: true });
  socket.end('GET / HTTP/1.1\r\nHost: a\r\n\r\n');
  let text = '';
  socket.on('data', (data) => { text += data; });
  socket.on('end', () => console.log('end', text.length));
  socket.on('close', () => server.close());
});
