'use strict';
// What is unref'd does not keep the program running.
const net = require('net');
const server = net.createServer((socket) => { socket.unref(); console.log('connection'); });
console.log(server.unref() === server);
server.listen(0, '127.0.0.1', () => {
  console.log('listening');
  const client = net.connect(server.address().port, '127.0.0.1', () => {
    console.log('connected');
    console.log(client.unref() === client);
  });
});
process.on('exit', (code) => console.log('exit', code));
