'use strict';

// Whoever asked is left without an answer; others are served.
const http = require('http');

process.on('uncaughtException', (error, origin) => console.log(error.message, origin));
const server = http.createServer((request, response) => {
  if (request.url === '/bug') throw new Error('thrown in the handler');
  response.end('fine');
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address();
  const bug = http.get({ port, host: '127.0.0.1', path: '/bug', agent: false });
  bug.on('error', (error) => console.log('/bug', error.code));
  bug.on('timeout', () => {
    console.log('/bug is not answered');
    bug.destroy();
    server.close(() => console.log('closed'));
  });
  http.get({ port, host: '127.0.0.1', path: '/', agent: false }, (response) => {
    console.log('/', response.statusCode);
    response.resume();
    response.on('end', () => bug.setTimeout(50));
  });
});
