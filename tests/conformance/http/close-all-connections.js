'use strict';
const http = require('http');
const server = http.createServer((req, res) => { res.write('x'); }).listen(0, '127.0.0.1', () => {
  const request = http.get({ port: server.address().port, host: '127.0.0.1' }, (res) => {
    res.on('error', (error) => console.log('response', error.code));
    res.once('data', () => {
      server.close(() => console.log('closed'));
      server.closeIdleConnections();
      setTimeout(() => { console.log('now all'); server.closeAllConnections(); }, 10);
    });
  });
  request.on('close', () => console.log('close'));
});
