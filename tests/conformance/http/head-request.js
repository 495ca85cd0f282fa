'use strict';
const http = require('http');
const server = http.createServer((req, res) => { res.setHeader('X-M', req.method); res.end('a body'); }).listen(0, '127.0.0.1', () => {
  http.request({ port: server.address().port, host: '127.0.0.1', method: 'HEAD', agent: false }, (res) => {
    console.log(res.statusCode, res.headers['x-m'], res.headers['content-length']);
    res.on('data', () => console.log('never'));
    res.on('end', () => { console.log('end'); server.close(); });
  }).end();
});
