'use strict';
// More connections than maxConnections are dropped.
const net = require('net');
const server = net.createServer((socket) => {
  console.log('connection');
  server.getConnections((error, count) => console.log('count', error, count));
  socket.resume();
});
server.maxConnections = 1;
server.on('drop', (data) => console.log('drop', Object.keys(data), data.localAddress, data.remoteFamily));
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address();
  const first = net.connect(port, '127.0.0.1', () => {
    const second = net.connect(port, '127.0.0.1');
    second.resume();
    second.on('end', () => console.log('second end'));
    second.on('close', (hadError) => { console.log('second closed', hadError); first.end(); });
  });
  first.resume();
  first.on('close', () => server.close(() => console.log('server closed')));
});
