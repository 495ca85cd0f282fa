'use strict';
// Traffic puts the time-out off.
const net = require('net');
const server = net.createServer((socket) => {
  let left = 5;
  const timer = setInterval(() => { socket.write('.'); if (--left === 0) clearInterval(timer); }, 30);
  socket.on('error', () => {});
}).listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1');
  let dots = 0;
  client.setTimeout(120);
  client.on('data', (data) => { dots += data.length; });
  client.on('timeout', () => { console.log('timeout after', dots, 'dots'); client.destroy(); server.close(); });
});
