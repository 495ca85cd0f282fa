'use strict';
// server.setTimeout: idle connections.
const http = require('http');
const net = require('net');
const server = http.createServer((req, res) => { console.log('request'); }).listen(0, '127.0.0.1', () => {
  server.setTimeout(30);
  const socket = net.connect(server.address().port, '127.0.0.1');
  socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n');
  socket.on('close', (hadError) => {
    console.log('destroyed', hadError);
    server.close(() => console.log('closed'));
  });
  socket.resume();
});
