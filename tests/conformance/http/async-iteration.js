'use strict';
const http = require('http');
const server = http.createServer(async (req, res) => {
  const parts = [];
  for await (const part of req) parts.push(part);
  res.end(Buffer.concat(parts).toString().toUpperCase());
}).listen(0, '127.0.0.1', () => {
  const request = http.request({ port: server.address().port, host: '127.0.0.1', method: 'POST', agent: false }, async (res) => {
    let text = '';
    for await (const part of res) text += part;
    console.log(text, res.complete, res.destroyed);
    server.close();
  });
  request.end('shout');
});
