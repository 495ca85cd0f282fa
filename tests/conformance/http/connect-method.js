'use strict';
const http = require('http');
const server = http.createServer();
server.on('connect', (req, socket, head) => {
  console.log('connect', req.url, head.length);
  socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
  socket.end('through');
});
server.listen(0, '127.0.0.1', () => {
  const request = http.request({ port: server.address().port, host: '127.0.0.1', method: 'CONNECT', path: 'example.test:80' });
  request.on('connect', (res, socket, head) => {
    console.log('connected', res.statusCode);
    let text = String(head);
    socket.on('data', (data) => { text += data; });
    socket.on('end', () => console.log(text));
    socket.on('close', () => server.close());
  });
  request.end();
});
