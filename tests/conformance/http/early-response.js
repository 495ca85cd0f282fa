'use strict';
// An answer before the request is over.
const http = require('http');
const server = http.createServer((req, res) => { res.statusCode = 413; res.end('too much'); }).listen(0, '127.0.0.1', () => {
  const request = http.request({ port: server.address().port, host: '127.0.0.1', method: 'POST', agent: false }, (res) => {
    console.log(res.statusCode);
    res.resume();
    res.on('end', () => { console.log('end', request.writableEnded); request.end(); });
  });
  request.write('some');
  request.on('error', (error) => console.log(error.code));
  request.on('close', () => { console.log('close'); server.close(); });
});
