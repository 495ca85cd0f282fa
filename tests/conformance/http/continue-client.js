'use strict';
// The client waits for "continue".
const http = require('http');
const server = http.createServer((req, res) => { req.resume(); req.on('end', () => res.end('done')); });
server.on('checkContinue', (req, res) => { console.log('checkContinue'); res.writeContinue(); server.emit('request', req, res); });
server.listen(0, '127.0.0.1', () => {
  const request = http.request({ port: server.address().port, host: '127.0.0.1', method: 'POST', agent: false, headers: { Expect: '100-continue' } }, (res) => {
    console.log('response', res.statusCode);
    res.resume();
    res.on('end', () => server.close());
  });
  request.on('continue', () => { console.log('continue'); request.end('body'); });
  request.on('information', (info) => console.log('information', info.statusCode, info.statusMessage));
});
