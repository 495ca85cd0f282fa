'use strict';
// A server that closes without an answer.
const http = require('http');
const server = http.createServer((req) => { req.socket.destroy(); }).listen(0, '127.0.0.1', () => {
  const request = http.get({ port: server.address().port, host: '127.0.0.1' }, () => console.log('never'));
  request.on('error', (error) => console.log(error.name, error.code, error.message));
  request.on('close', () => { console.log('close', request.destroyed); server.close(); });
});
