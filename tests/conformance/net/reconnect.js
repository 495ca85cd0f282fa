'use strict';
// A closed socket connects again.
const net = require('net');
let count = 0;
const server = net.createServer((socket) => { socket.end(`hello ${++count}`); }).listen(0, '127.0.0.1', () => {
  const client = new net.Socket();
  client.on('data', (data) => console.log(String(data)));
  client.on('connect', () => console.log('connect', client.bytesRead));
  client.on('close', (hadError) => {
    console.log('close', hadError, client.destroyed);
    if (count < 2) client.connect(server.address().port, '127.0.0.1');
    else server.close();
  });
  client.connect({ port: server.address().port, host: '127.0.0.1' });
});
