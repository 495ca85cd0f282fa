'use strict';
// What is written while connecting goes out once connected.
const net = require('net');
const server = net.createServer((socket) => {
  let text = '';
  socket.setEncoding('utf8');
  socket.on('data', (part) => { text += part; });
  socket.on('end', () => { console.log('got', text); server.close(); });
}).listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1');
  console.log(client.write('one '), client.bytesWritten, client.writableLength, client.bufferSize);
  console.log(client.write('two ', () => console.log('two written')), client.bytesWritten, client.writableLength);
  client.end('three', () => console.log('ended'));
  console.log(client.bytesWritten, client.writableEnded);
  client.on('connect', () => console.log('connect', client.bytesWritten));
  client.on('close', () => console.log('close', client.bytesWritten, client.bytesRead));
});
