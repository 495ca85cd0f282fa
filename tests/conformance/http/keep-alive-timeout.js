'use strict';
// The server closes a connection on which nothing more is asked.
const http = require('http');
const net = require('net');
const server = http.createServer({ keepAliveTimeout: 50 }, (req, res) => { res.end(req.url); }).listen(0, '127.0.0.1', () => {
  const socket = net.connect(server.address().port, '127.0.0.1');
  const started = Date.now();
  let answers = 0;
  socket.on('data', (data) => {
    answers++;
    console.log(String(data).split('\r\n').filter((line) => /^Keep|^Conn/.test(line)));
    if (answers === 1) setTimeout(() => socket.write('GET /b HTTP/1.1\r\nHost: a\r\n\r\n'), 20);
  });
  socket.on('end', () => console.log('end', Date.now() - started >= 60));
  socket.on('close', () => server.close(() => console.log('closed')));
  socket.write('GET /a HTTP/1.1\r\nHost: a\r\n\r\n');
});
