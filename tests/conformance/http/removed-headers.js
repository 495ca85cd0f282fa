'use strict';
// Headers that are taken away.
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
  'GET /date HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
  'GET /no HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
  'GET /te HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
  'GET /conn HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
  'GET /len HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
];
const server = http.createServer((req, res) => {
  if (req.url === '/date') res.removeHeader('Date');
  if (req.url === '/no') res.sendDate = false;
  if (req.url === '/te') { res.removeHeader('Transfer-Encoding'); res.write('x'); }
  if (req.url === '/conn') res.removeHeader('Connection');
  if (req.url === '/len') res.removeHeader('Content-Length');
  res.end('y');
}).listen(0, '127.0.0.1', function next() {
  if (requests.length === 0) return server.close(() => console.log('closed'));
  raw(server.address().port, requests.shift(), next);
});
