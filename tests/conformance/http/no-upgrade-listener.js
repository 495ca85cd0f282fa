'use strict';
// Without a listener an upgrade is an ordinary request.
const http = require('http');
const server = http.createServer((req, res) => { console.log(req.upgrade, req.headers.upgrade); res.end('plain'); }).listen(0, '127.0.0.1', () => {
  http.get({ port: server.address().port, host: '127.0.0.1', agent: false, headers: { Connection: 'Upgrade', Upgrade: 'x' } }, (res) => {
    res.setEncoding('utf8');
    res.on('data', (text) => console.log(res.statusCode, text));
    res.on('end', () => server.close(() => console.log('closed')));
  });
});
