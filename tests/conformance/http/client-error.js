'use strict';
// 'clientError' takes the answer over.
const http = require('http');
const net = require('net');
const server = http.createServer();
server.on('clientError', (error, socket) => {
  console.log(error.code, error.message, error.bytesParsed >= 0, Buffer.isBuffer(error.rawPacket), socket.writable);
  socket.end('HTTP/1.1 400 Mine\r\n\r\n');
});
server.listen(0, '127.0.0.1', () => {
  const socket = net.connect(server.address().port, '127.0.0.1');
  socket.end('BAD!\r\n\r\n');
  socket.on('data', (data) => console.log(String(data)));
  socket.on('close', () => server.close());
});
