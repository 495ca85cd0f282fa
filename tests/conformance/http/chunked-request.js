'use strict';
// Chunks and trailers of a request.
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
  'POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n5\r\nhello\r\n6;ext=1\r\n world\r\n0\r\nX-Sum: 11\r\n\r\n',
];
const server = http.createServer((req, res) => {
  let text = '';
  req.setEncoding('utf8');
  req.on('data', (part) => { console.log('part', part); text += part; });
  req.on('end', () => { console.log(req.complete, req.trailers, req.rawTrailers, req.headers); res.end(text); });
}).listen(0, '127.0.0.1', function next() {
  if (requests.length === 0) return server.close(() => console.log('closed'));
  raw(server.address().port, requests.shift(), next);
});
