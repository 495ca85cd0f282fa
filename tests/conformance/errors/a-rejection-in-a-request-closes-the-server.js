'use strict';

// Requests under way are answered before the process exits.
const http = require('http');

const server = http.createServer(async (request, response) => {
  if (request.url === '/slow') {
    setTimeout(() => response.end('slow but fine'), 100);
    return;
  }
  await null;
  throw new Error('a programmer error');
});

process.on('unhandledRejection', (reason) => {
  console.log('unhandledRejection', reason.message);
  server.close(() => {
    console.log('closed');
    process.exit(1);
  });
});
process.on('exit', (code) => console.log('exit', code));

server.listen(0, '127.0.0.1', () => {
  const { port } = server.address();
  const ask = (path, answered) => http.get({ port, host: '127.0.0.1', path, agent: false }, (response) => {
    response.setEncoding('utf8');
    response.on('data', (text) => console.log(path, response.statusCode, text));
    response.on('end', answered);
  });
  ask('/slow', () => unanswered.destroy());
  const unanswered = ask('/bug');
  unanswered.on('error', (error) => console.log('/bug', error.code));
});
