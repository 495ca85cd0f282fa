'use strict';
const net = require('net');
const server = net.createServer((socket) => {
  socket.on('error', (error) => console.log('server side', error.message));
  socket.on('close', (hadError) => console.log('server side closed', hadError));
  socket.resume();
}).listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => {
    client.destroy(new Error('no more'));
    console.log('destroyed', client.destroyed, client.readyState);
    process.nextTick(() => console.log('tick'));
  });
  client.on('error', (error) => console.log('error', error.message));
  client.on('close', (hadError) => { console.log('close', hadError); server.close(() => console.log('server closed')); });
});
