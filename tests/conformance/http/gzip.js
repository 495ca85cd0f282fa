'use strict';
const http = require('http');
const zlib = require('zlib');
const { pipeline } = require('stream');
const text = 'some text '.repeat(1000);
const server = http.createServer((req, res) => {
  res.writeHead(200, { 'Content-Encoding': 'gzip' });
  const gzip = zlib.createGzip();
  pipeline(gzip, res, (error) => console.log('sent', error));
  gzip.end(text);
}).listen(0, '127.0.0.1', () => {
  http.get({ port: server.address().port, host: '127.0.0.1', agent: false }, async (res) => {
    let got = '';
    for await (const part of res.pipe(zlib.createGunzip()).setEncoding('utf8')) got += part;
    console.log(got === text, res.headers['content-encoding']);
    server.close();
  });
});
