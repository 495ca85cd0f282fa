'use strict';
// A path instead of a port.
const net = require('net');
const fs = require('fs');
const path = '/tmp/loopscope-conformance-unix.sock';
try { fs.unlinkSync(path); } catch {}
const server = net.createServer((socket) => {
  console.log(socket.remoteAddress, socket.remotePort, socket.address());
  socket.end('hello');
}).listen(path, () => {
  console.log(server.address(), fs.existsSync(path));
  const other = net.createServer();
  other.on('error', (error) => {
    console.log(error.code, error.message, error.address, error.port);
    const client = net.connect(path);
    client.on('connectionAttempt', (...args) => console.log(args));
    client.setEncoding('utf8');
    client.on('data', (text) => console.log(text));
    client.on('close', () => server.close(() => console.log('closed', fs.existsSync(path))));
  });
  other.listen(path);
});
