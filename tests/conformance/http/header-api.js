'use strict';
// setHeader() and its like.
const http = require('http');
const server = http.createServer((req, res) => {
  function attempt(call) { try { console.log(call()); } catch (error) { console.log(error.name, error.code, error.message); } }
  attempt(() => res.setHeader('X-One', 1) === res);
  attempt(() => res.getHeader('x-one'));
  attempt(() => res.setHeader('X-Two', ['a', 'b']) && res.getHeader('X-TWO'));
  attempt(() => res.appendHeader('X-Two', 'c') && res.getHeader('X-Two'));
  attempt(() => res.appendHeader('X-New', 'n') && res.getHeader('X-New'));
  attempt(() => res.getHeaderNames());
  attempt(() => res.getRawHeaderNames());
  attempt(() => res.getHeaders());
  attempt(() => [res.hasHeader('x-one'), res.hasHeader('nothing')]);
  attempt(() => res.removeHeader('X-One'));
  attempt(() => res.setHeader('bad name', 'x'));
  attempt(() => res.setHeader('', 'x'));
  attempt(() => res.setHeader('X', undefined));
  attempt(() => res.setHeader('X', 'a\nb'));
  attempt(() => res.setHeader('X'));
  attempt(() => res.getHeader(5));
  attempt(() => res.writeHead(99));
  attempt(() => res.writeHead('abc'));
  attempt(() => res.writeHead(200, 'bad\nreason'));
  res.statusMessage = 'Fine';
  attempt(() => res.setHeaders(new Map([['m', '1'], ['set-cookie', ['x', 'y']]])) === res && res.getHeaders());
  res.end('x');
  attempt(() => res.setHeader('X-Late', 1));
  attempt(() => res.appendHeader('X-Late', 1));
  attempt(() => res.removeHeader('X-Late'));
  attempt(() => res.writeHead(200));
  attempt(() => res.end('again') === res);
  attempt(() => res.headersSent);
  res.on('error', (error) => console.log('error', error.code));
}).listen(0, '127.0.0.1', () => {
  http.get({ port: server.address().port, host: '127.0.0.1', agent: false }, (res) => { res.resume(); res.on('end', () => server.close()); });
});
