'use strict';
const http = require('http');
const fs = require('fs');
const path = '/tmp/loopscope-conformance-http.sock';
try { fs.unlinkSync(path); } catch {}
const server = http.createServer((req, res) => { console.log(req.headers.host, req.url); res.end('over a path'); }).listen(path, () => {
  http.get({ socketPath: path, path: '/x', agent: false }, (res) => {
    res.on('data', (data) => console.log(String(data)));
    res.on('end', () => server.close(() => console.log('closed')));
  });
});
