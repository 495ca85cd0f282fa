'use strict';
// A server that speaks no HTTP.
const http = require('http');
const net = require('net');
const answers = ['nonsense\r\n\r\n', 'HTTP/1.1 200 OK\r\nContent-Length: abc\r\n\r\n', 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok'];
const server = net.createServer((socket) => { socket.once('data', () => socket.end(answers.shift())); socket.on('error', () => {}); }).listen(0, '127.0.0.1', function next() {
  if (answers.length === 0) return server.close();
  const request = http.get({ port: server.address().port, host: '127.0.0.1' });
  request.on('response', (res) => { console.log(res.statusCode); res.resume(); res.on('end', () => console.log('end')); });
  request.on('error', (error) => console.log(error.code, error.message, error.reason));
  request.on('close', next);
});
