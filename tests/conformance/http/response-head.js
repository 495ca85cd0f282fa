'use strict';
// The head of a response: order of its headers, date, connection.
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
  'GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
  'GET / HTTP/1.0\r\n\r\n',
  'HEAD / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
];
const server = http.createServer((req, res) => {
  res.setHeader('X-First', '1');
  res.setHeader('Content-Type', 'text/plain');
  res.end('hello');
}).listen(0, '127.0.0.1', function next() {
  if (requests.length === 0) return server.close(() => console.log('closed'));
  raw(server.address().port, requests.shift(), next);
});
