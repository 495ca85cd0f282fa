'use strict';
// A client that goes away: what the server sees.
const http = require('http');
const server = http.createServer((req, res) => {
  req.on('aborted', () => console.log('server: aborted'));
  req.on('error', (error) => console.log('server: request', error.code, error.message));
  req.on('close', () => console.log('server: request close', req.aborted, req.complete));
  res.on('close', () => { console.log('server: response close', res.writableEnded, res.writableFinished); server.close(() => console.log('closed')); });
  req.on('data', () => { setTimeout(() => request.destroy(), 5); });
});
let request;
server.listen(0, '127.0.0.1', () => {
  request = http.request({ port: server.address().port, host: '127.0.0.1', method: 'POST' });
  request.on('error', (error) => console.log('client:', error.code, error.message));
  request.on('close', () => console.log('client: close'));
  request.write('some');
});
