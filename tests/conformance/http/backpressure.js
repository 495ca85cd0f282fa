'use strict';
// A large response: write() says false, 'drain' follows.
const http = require('http');
const piece = Buffer.alloc(64 * 1024, 'x');
const server = http.createServer((req, res) => {
  let left = 200;
  let waits = 0;
  (function more() {
    while (left-- > 0) if (!res.write(piece)) { waits++; return res.once('drain', more); }
    res.end();
  })();
  res.on('finish', () => console.log('finish', waits > 0));
}).listen(0, '127.0.0.1', () => {
  http.get({ port: server.address().port, host: '127.0.0.1', agent: false }, (res) => {
    let bytes = 0;
    res.on('data', (data) => { bytes += data.length; if (bytes % 10 === 0) { res.pause(); setImmediate(() => res.resume()); } });
    res.on('end', () => { console.log('received', bytes); server.close(); });
  });
});
