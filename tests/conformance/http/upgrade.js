'use strict';
// The connection becomes something else.
const http = require('http');
const server = http.createServer((req, res) => res.end('plain'));
server.on('upgrade', (req, socket, head) => {
  console.log('upgrade', req.headers.upgrade, head.length, String(head));
  socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: echo\r\nConnection: Upgrade\r\n\r\n');
  socket.pipe(socket);
});
server.listen(0, '127.0.0.1', () => {
  const request = http.request({ port: server.address().port, host: '127.0.0.1', headers: { Connection: 'Upgrade', Upgrade: 'echo' } });
  request.on('upgrade', (res, socket, head) => {
    console.log('upgraded', res.statusCode, res.headers.upgrade, head.length);
    socket.setEncoding('utf8');
    socket.on('data', (text) => { console.log('echo', text); socket.end(); });
    socket.on('close', () => server.close(() => console.log('closed')));
    socket.write('hello');
  });
  request.on('close', () => console.log('request close'));
  request.end();
});
