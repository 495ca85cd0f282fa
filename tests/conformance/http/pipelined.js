'use strict';
// Requests that come in one go are answered in their order, whichever is ready first.
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
  'GET /1 HTTP/1.1\r\nHost: a\r\n\r\nGET /2 HTTP/1.1\r\nHost: a\r\n\r\nGET /3 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
];
const server = http.createServer((req, res) => {
  console.log('request', req.url);
  const delay = req.url === '/1' ? 30 : 0;
  setTimeout(() => { console.log('answering', req.url); res.end(req.url); }, delay);
  res.on('finish', () => console.log('finish', req.url));
  res.on('close', () => console.log('close', req.url));
}).listen(0, '127.0.0.1', function next() {
  if (requests.length === 0) return server.close(() => console.log('closed'));
  raw(server.address().port, requests.shift(), next);
});
