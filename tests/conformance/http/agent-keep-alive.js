'use strict';
// Connections are kept for the next request.
const http = require('http');
const agent = new http.Agent({ keepAlive: true });
let connections = 0;
const server = http.createServer((req, res) => res.end(req.headers.connection));
server.on('connection', () => connections++);
server.listen(0, '127.0.0.1', () => {
  const options = { port: server.address().port, host: '127.0.0.1', agent };
  let left = 3;
  (function next() {
    const request = http.get(options, (res) => {
      res.setEncoding('utf8');
      res.on('data', (text) => console.log(text, res.headers['keep-alive'], res.headers.connection));
      res.on('end', () => {
        console.log('reused', request.reusedSocket);
        setImmediate(() => {
          console.log('free', Object.values(agent.freeSockets).flat().length, 'used', Object.values(agent.sockets).flat().length);
          if (--left > 0) return next();
          console.log('connections', connections);
          agent.destroy();
          server.close(() => console.log('closed'));
        });
      });
    });
  })();
});
