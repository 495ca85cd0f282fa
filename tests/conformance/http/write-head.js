'use strict';
// writeHead() in its forms.
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
  'GET /a HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
  'GET /b HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
  'GET /c HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
  'GET /d HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
  'GET /e HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
  'GET /f HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
];
const server = http.createServer((req, res) => {
  if (req.url === '/a') res.writeHead(201, { 'X-A': 'b', 'Content-Length': 2 }).end('ok');
  if (req.url === '/b') res.writeHead(404, 'Nope', ['X-A', '1', 'X-A', '2']).end();
  if (req.url === '/c') { res.setHeader('X-Set', 'before'); res.setHeader('X-Both', 'before'); res.writeHead(200, { 'X-Both': 'after' }); res.end('c'); }
  if (req.url === '/d') { res.statusCode = 418; res.statusMessage = 'Tea'; res.end('d'); }
  if (req.url === '/e') { res.writeHead(299); res.end(); }
  if (req.url === '/f') { res.setHeader('Set-Cookie', ['a=1', 'b=2']); res.setHeader('X-List', ['1', '2']); res.end(); }
}).listen(0, '127.0.0.1', function next() {
  if (requests.length === 0) return server.close(() => console.log('closed'));
  raw(server.address().port, requests.shift(), next);
});
