'use strict';
// Requests wait for a connection where there may not be more.
const http = require('http');
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
let open = 0;
let most = 0;
const server = http.createServer((req, res) => { most = Math.max(most, ++open); setTimeout(() => { open--; res.end(req.url); }, 5); });
server.listen(0, '127.0.0.1', () => {
  const name = agent.getName({ port: server.address().port, host: '127.0.0.1' });
  let left = 4;
  for (let i = 0; i < 4; i++) {
    const request = http.get({ port: server.address().port, host: '127.0.0.1', agent, path: `/${i}` }, (res) => {
      res.setEncoding('utf8');
      res.on('data', (text) => console.log(text, request.reusedSocket));
      res.on('end', () => { if (--left === 0) { console.log('at once', most); agent.destroy(); server.close(() => console.log('closed')); } });
    });
  }
  console.log('waiting', agent.requests[name].length, 'used', agent.sockets[name].length);
});
