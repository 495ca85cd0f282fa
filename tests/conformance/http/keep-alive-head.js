'use strict';
// What is said of keeping the connection.
const http = require('http');
const net = require('net');
// Sends raw bytes and shows the raw answer, but for its date.
function raw(port, bytes, done) {
  const socket = net.connect(port, '127.0.0.1');
  let text = '';
  socket.setEncoding('latin1');
  socket.on('data', (part) => { text += part; });
  socket.on('error', (error) => console.log('socket', error.code));
  socket.on('close', () => { console.log(text.replace(/Date: [^\r]*/g, 'Date: D')); done(); });
  socket.write(bytes);
  return socket;
}
const requests = [
  'GET /a HTTP/1.1\r\nHost: a\r\n\r\nGET /close HTTP/1.1\r\nHost: a\r\n\r\n',
  'GET /a HTTP/1.0\r\nConnection: keep-alive\r\n\r\nGET /b HTTP/1.0\r\n\r\n',
  'GET /a HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
];
const server = http.createServer({ keepAliveTimeout: 7000 }, (req, res) => { if (req.url === '/close') res.setHeader('Connection', 'close'); res.end(req.url); if (req.url === '/last') req.socket.end(); }).listen(0, '127.0.0.1', function next() {
  if (requests.length === 0) return server.close(() => console.log('closed'));
  raw(server.address().port, requests.shift(), next);
});
