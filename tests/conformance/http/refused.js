'use strict';
const http = require('http');
const server = http.createServer().listen(0, '127.0.0.1', () => {
  const { port } = server.address();
  server.close(() => {
    const request = http.get({ port, host: '127.0.0.1' });
    request.on('error', (error) => console.log(error.code, error.message.replace(port, 'PORT'), request.destroyed));
    request.on('close', () => console.log('close'));
  });
});
