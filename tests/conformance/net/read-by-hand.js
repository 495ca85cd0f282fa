'use strict';
// 'readable' and read().
const net = require('net');
const server = net.createServer((socket) => { socket.write('0123456789'); socket.end('abc'); }).listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1');
  let text = '';
  client.on('readable', () => { let part; while ((part = client.read(4)) !== null) { console.log('part', String(part)); text += part; } });
  client.on('end', () => console.log('end', text, client.bytesRead));
  client.on('close', () => server.close());
});
