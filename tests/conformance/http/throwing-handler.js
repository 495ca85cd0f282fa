'use strict';
// An exception in a handler leaves the request without an answer.
const http = require('http');
process.on('uncaughtException', (error, origin) => { console.log(origin, error.message); response.statusCode = 500; response.end('failed'); });
let response;
const server = http.createServer((req, res) => {
  response = res;
  if (req.url === '/throw') throw new Error('in handler');
  res.end('fine');
}).listen(0, '127.0.0.1', () => {
  const ask = (path, done) => http.get({ port: server.address().port, host: '127.0.0.1', path, agent: false }, (res) => {
    let text = '';
    res.on('data', (data) => { text += data; });
    res.on('end', () => { console.log(res.statusCode, text); done(); });
  });
  ask('/throw', () => ask('/fine', () => server.close()));
});
