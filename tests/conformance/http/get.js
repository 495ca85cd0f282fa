'use strict';
// http.get: order of events of a request, its response, both sides.
const http = require('http');
const server = http.createServer((req, res) => {
  console.log('request', req.method, req.url, req.httpVersion, req.headers.connection, Boolean(req.headers.host));
  req.on('end', () => console.log('request end'));
  req.on('close', () => console.log('request close'));
  req.resume();
  res.on('finish', () => console.log('response finish'));
  res.on('close', () => console.log('response close'));
  res.end('hello');
});
server.listen(0, '127.0.0.1', () => {
  const request = http.get(`http://127.0.0.1:${server.address().port}/path?x=1`, { agent: false }, (response) => {
    console.log('response', response.statusCode, response.statusMessage, response.headers['content-length'], response.headers.connection);
    response.setEncoding('utf8');
    response.on('data', (text) => console.log('data', text));
    response.on('end', () => console.log('end', response.complete));
    response.on('close', () => console.log('response close (client)'));
  });
  request.on('socket', () => console.log('socket'));
  request.on('finish', () => console.log('request finish (client)'));
  request.on('close', () => { console.log('request close (client)'); server.close(() => console.log('closed')); });
});
