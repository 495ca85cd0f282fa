'use strict';
const http = require('http');
const server = http.createServer().listen(0, '127.0.0.1', () => {
  const request = http.get({ port: server.address().port, host: '127.0.0.1' });
  request.on('error', (error) => console.log(error.message, error.code));
  request.on('close', () => { console.log('close'); server.close(); });
  request.destroy(new Error('mine'));
  console.log(request.destroyed);
});
