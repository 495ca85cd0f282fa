'use strict';
// A response that ends too early.
const http = require('http');
const server = http.createServer((req, res) => {
  res.writeHead(200, { 'Content-Length': 10 });
  res.write('abc');
  setTimeout(() => res.destroy(), 10);
}).listen(0, '127.0.0.1', () => {
  const request = http.get({ port: server.address().port, host: '127.0.0.1' }, (res) => {
    res.on('data', (data) => console.log('data', String(data)));
    res.on('aborted', () => console.log('aborted'));
    res.on('error', (error) => console.log('response', error.code, error.message, res.complete, res.aborted));
    res.on('end', () => console.log('never'));
    res.on('close', () => console.log('response close'));
  });
  request.on('error', (error) => console.log('request', error.code));
  request.on('close', () => { console.log('request close'); server.close(); });
});
