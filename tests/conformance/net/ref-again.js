'use strict';
const net = require('net');
const server = net.createServer((socket) => { console.log('connection'); socket.end(); server.close(); });
server.unref();
server.ref();
server.listen(0, '127.0.0.1', () => {
  setTimeout(() => net.connect(server.address().port, '127.0.0.1').resume(), 10).unref();
});
process.on('exit', () => console.log('exit'));
