'use strict';
// Bytes come in chunks of 64 KiB at most, and all of them.
const net = require('net');
const crypto = Buffer.alloc(1024 * 1024);
for (let i = 0; i < crypto.length; i++) crypto[i] = (i * 31 + (i >> 8)) & 255;
const server = net.createServer((socket) => {
  const parts = [];
  let largest = 0;
  socket.on('data', (part) => { parts.push(part); largest = Math.max(largest, part.length); });
  socket.on('end', () => {
    console.log('equal', Buffer.concat(parts).equals(crypto), 'largest', largest <= 65536);
    server.close();
  });
}).listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1');
  client.end(crypto, () => console.log('all is out', client.bytesWritten));
});
