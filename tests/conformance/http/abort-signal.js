'use strict';
const http = require('http');
const server = http.createServer((req, res) => { res.on('close', () => console.log('server: close')); setTimeout(() => controller.abort(), 5); }).listen(0, '127.0.0.1', () => {
  const request = http.get({ port: server.address().port, host: '127.0.0.1', signal: controller.signal }, () => console.log('never'));
  request.on('error', (error) => console.log(error.name, error.code, error.message));
  request.on('close', () => { console.log('close', request.destroyed, request.aborted); server.close(); });
});
const controller = new AbortController();
