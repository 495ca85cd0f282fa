'use strict';
const net = require('net');
const server = net.createServer((socket) => {
  const parts = [];
  socket.on('data', (part) => parts.push(part));
  socket.on('end', () => { console.log(Buffer.concat(parts).toString('hex')); server.close(); });
}).listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => {
    client.write('é', 'latin1');
    client.write('é');
    client.write('é', 'utf16le');
    client.write('cafe', 'hex');
    client.write('/w==', 'base64');
    client.write(new Uint8Array([1, 2]));
    client.cork();
    client.write('a');
    client.write('ff', 'hex');
    client.uncork();
    console.log(client.bytesWritten);
    client.end('z', 'ascii');
  });
});
