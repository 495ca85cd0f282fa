'use strict';
const http = require('http');
const server = http.createServer((req, res) => {
  console.log(req instanceof http.IncomingMessage, res instanceof http.ServerResponse, res instanceof http.OutgoingMessage, res instanceof require('stream').Stream);
  console.log(res.req === req, res.socket === req.socket, res.connection === req.connection, req.client === req.socket);
  console.log(res.statusCode, res.statusMessage, res.sendDate, res.shouldKeepAlive, res.chunkedEncoding, res.writable, res.writableHighWaterMark, res.writableLength, res.writableCorked);
  console.log(req.readable, req.complete, req.aborted, req.destroyed, req.upgrade, req.statusCode, req.statusMessage, req.httpVersionMajor, req.httpVersionMinor);
  res.cork(); res.write('a'); res.write('b'); console.log(res.writableCorked); res.uncork();
  res.end();
  res.on('close', () => { console.log(res.socket, res.destroyed, res.closed, res.writableFinished, res.errored); });
}).listen(0, '127.0.0.1', () => {
  const request = http.get({ port: server.address().port, host: '127.0.0.1', agent: false }, (res) => {
    console.log(res.statusMessage, res.url, res.method, res.httpVersion, res.req === request, request.res === res);
    res.resume();
    res.on('end', () => server.close());
  });
  console.log(request.method, request.path, request.host, request.protocol, request.finished, request.aborted, request.reusedSocket, request.maxHeadersCount, request.getHeader('host').replace(/\d+$/, 'P'));
});
