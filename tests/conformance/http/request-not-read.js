'use strict';
// A body nobody reads does not keep the next request from coming.
const http = require('http');
const net = require('net');
const server = http.createServer((req, res) => { console.log(req.url); res.end(req.url); }).listen(0, '127.0.0.1', () => {
  const socket = net.connect(server.address().port, '127.0.0.1');
  socket.write(`POST /one HTTP/1.1\r\nHost: a\r\nContent-Length: 300000\r\n\r\n${'x'.repeat(300000)}`);
  socket.write('GET /two HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
  let text = '';
  socket.on('data', (data) => { text += data; });
  socket.on('close', () => { console.log(text.match(/\/\w+$/)[0], text.match(/HTTP\/1.1 200/g).length); server.close(); });
});
