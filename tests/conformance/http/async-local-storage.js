'use strict';
// A store of its own for each request.
const http = require('http');
const { AsyncLocalStorage } = require('async_hooks');
const storage = new AsyncLocalStorage();
let next = 0;
const server = http.createServer((req, res) => {
  storage.run({ id: ++next, url: req.url }, () => {
    setTimeout(() => { Promise.resolve().then(() => res.end(JSON.stringify(storage.getStore()))); }, 10 - next);
  });
}).listen(0, '127.0.0.1', () => {
  const answers = [];
  for (let i = 0; i < 3; i++) {
    http.get({ port: server.address().port, host: '127.0.0.1', path: `/${i}`, agent: false }, (res) => {
      res.setEncoding('utf8');
      res.on('data', (text) => answers.push(text));
      res.on('end', () => { if (answers.length === 3) { console.log(answers.sort().join()); server.close(); } });
    });
  }
});
