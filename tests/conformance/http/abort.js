'use strict';
// abort() before and after the response.
const http = require('http');
const server = http.createServer((req, res) => { res.write('part'); }).listen(0, '127.0.0.1', () => {
  const options = { port: server.address().port, host: '127.0.0.1' };
  const early = http.get(options, () => console.log('never'));
  early.on('abort', () => console.log('early abort'));
  early.on('error', (error) => console.log('early', error.code, error.message));
  early.on('close', () => {
    console.log('early close', early.aborted);
    const late = http.get(options, (res) => {
      res.on('aborted', () => console.log('late: aborted'));
      res.on('error', (error) => console.log('late: response', error.code));
      res.on('data', () => late.abort());
    });
    late.on('abort', () => console.log('late abort'));
    late.on('error', (error) => console.log('late', error.code));
    late.on('close', () => { console.log('late close'); server.close(); server.closeAllConnections(); });
  });
  early.abort();
});
