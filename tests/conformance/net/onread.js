'use strict';
// The program's own buffer instead of 'data'.
const net = require('net');
const server = net.createServer((socket) => { socket.end('0123456789'); }).listen(0, '127.0.0.1', () => {
  const buffer = Buffer.alloc(4);
  let text = '';
  const client = net.connect({
    port: server.address().port, host: '127.0.0.1',
    onread: { buffer, callback(length, bytes) { text += bytes.toString('latin1', 0, length); return true; } },
  });
  client.on('data', () => console.log('never'));
  client.on('end', () => console.log('end', text));
  client.on('close', () => server.close());
});
