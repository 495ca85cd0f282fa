'use strict';

// In a process of its own: what its clients see.
const { fork } = require('child_process');
const http = require('http');

if (process.argv[2] === 'server') {
  const server = http.createServer((request, response) => {
    response.writeHead(200, { 'Content-Length': 100 });
    response.write('the beginning');
    if (request.url === '/crash') setTimeout(() => { throw new Error('crash'); }, 50);
  });
  server.listen(0, '127.0.0.1', () => process.send(server.address().port));
} else {
  const child = fork(__filename, ['server'], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  child.on('exit', (code, signal) => console.log('exit', code, signal));
  child.on('message', (port) => {
    http.get({ port, host: '127.0.0.1', path: '/crash', agent: false }, (response) => {
      response.setEncoding('utf8');
      response.on('data', (text) => console.log('data', text));
      response.on('error', (error) => console.log('error', error.code, error.message, response.complete));
      response.on('close', () => {
        http.get({ port, host: '127.0.0.1', agent: false }).on('error', (error) => console.log('again', error.code));
      });
    });
  });
}
