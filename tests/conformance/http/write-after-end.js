'use strict';
const http = require('http');
const server = http.createServer((req, res) => {
  res.on('error', (error) => console.log('error', error.code, error.message));
  res.end('x');
  console.log(res.write('late', (error) => console.log('callback', error.code)));
  res.end((error) => console.log('end again', error && error.code));
}).listen(0, '127.0.0.1', () => {
  http.get({ port: server.address().port, host: '127.0.0.1', agent: false }, (res) => { res.resume(); res.on('end', () => server.close()); });
});
