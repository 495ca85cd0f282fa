'use strict';
// close() waits for requests under way, ends idle connections at once.
const http = require('http');
const agent = new http.Agent({ keepAlive: true });
const server = http.createServer((req, res) => {
  if (req.url === '/slow') setTimeout(() => { console.log('slow answered'); res.end('slow'); }, 200);
  else res.end('quick');
}).listen(0, '127.0.0.1', () => {
  const options = { port: server.address().port, host: '127.0.0.1', agent };
  http.get({ ...options, path: '/quick' }, (res) => {
    res.resume();
    res.on('end', () => setTimeout(() => {
      http.get({ ...options, path: '/slow', agent: false }, (slow) => { slow.resume(); slow.on('end', () => console.log('slow end', slow.headers.connection)); });
      setTimeout(() => {
        console.log('closing', Object.values(agent.freeSockets).flat().length);
        server.close((error) => console.log('closed', error));
        setTimeout(() => console.log('free left', Object.values(agent.freeSockets).flat().length), 10);
      }, 10);
    }, 5));
  });
});
