'use strict';
// A client that waits no longer.
const http = require('http');
const server = http.createServer(() => {}).listen(0, '127.0.0.1', () => {
  const request = http.get({ port: server.address().port, host: '127.0.0.1', timeout: 30 }, () => console.log('never'));
  request.on('timeout', () => { console.log('timeout'); request.destroy(); });
  request.on('error', (error) => console.log(error.code, error.message));
  request.on('close', () => {
    const second = http.get({ port: server.address().port, host: '127.0.0.1' });
    console.log(second.setTimeout(20, () => { console.log('by callback'); second.destroy(new Error('too late')); }) === second);
    second.on('error', (error) => console.log(error.message));
    second.on('close', () => server.close(() => console.log('closed')));
  });
});
