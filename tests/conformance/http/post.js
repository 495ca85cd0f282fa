'use strict';
// A request with a body, in pieces and at once.
const http = require('http');
const server = http.createServer((req, res) => {
  let text = '';
  req.setEncoding('utf8');
  req.on('data', (part) => { text += part; });
  req.on('end', () => { console.log(req.method, text, req.headers['content-length'], req.headers['transfer-encoding']); res.end('ok'); });
}).listen(0, '127.0.0.1', () => {
  const options = { port: server.address().port, host: '127.0.0.1', method: 'POST', agent: false };
  const first = http.request(options, (res) => {
    res.resume();
    res.on('end', () => {
      const second = http.request({ ...options, method: 'PUT', headers: { 'Content-Length': 4 } }, (other) => {
        other.resume();
        other.on('end', () => {
          http.request({ ...options, method: 'DELETE' }, (last) => { last.resume(); last.on('end', () => server.close()); }).end();
        });
      });
      second.end('body');
    });
  });
  first.write('one ');
  first.write('two ');
  setTimeout(() => first.end('three'), 5);
});
