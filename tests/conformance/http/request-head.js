'use strict';
// The head of a request.
const http = require('http');
const net = require('net');
// Shows the raw requests that http.request makes.
const server = net.createServer((socket) => {
  let text = '';
  socket.setEncoding('latin1');
  socket.on('data', (part) => { text += part; });
  socket.on('end', () => {});
  setTimeout(() => { console.log(text.replace(/:\d{4,5}/g, ':PORT')); socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n'); }, 50);
  socket.on('error', () => {});
});

const cases = [
  (o) => http.get(o),
  (o) => http.get({ ...o, path: '/p?q=1', headers: { 'X-A': 'b', Accept: '*/*' } }),
  (o) => http.request({ ...o, method: 'post', auth: 'me:secret' }).end('body'),
  (o) => http.request({ ...o, method: 'POST', headers: { 'Content-Type': 'text/plain', Connection: 'close' } }).end(),
  (o) => http.get({ ...o, agent: false, setHost: false }),
  (o) => http.get({ ...o, headers: ['X-Raw', '1', 'Host', 'me'] }),
  (o) => http.get({ ...o, headers: { Host: 'other', Cookie: ['a=1', 'b=2'], 'X-L': ['1', '2'] } }),
  (o) => http.request({ ...o, method: 'DELETE' }).end('x'),
  (o) => { const r = http.request({ ...o, method: 'GET' }); r.setHeader('X-Set', 'late'); r.removeHeader('Host'); r.end(); return r; },
  (o) => http.get({ ...o, agent: new http.Agent({ keepAlive: false }) }),
  (o) => http.get(`http://127.0.0.1:${o.port}/from/url?a=b#c`),
  (o) => http.get(new URL(`http://user:pw@127.0.0.1:${o.port}/`), { headers: { X: 'y' } }),
];
server.listen(0, '127.0.0.1', function next() {
  if (cases.length === 0) return server.close();
  const request = cases.shift()({ port: server.address().port, host: '127.0.0.1' });
  request.on('response', (res) => { res.resume(); });
  request.on('close', next);
});
