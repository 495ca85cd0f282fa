'use strict';
// resetAndDestroy() makes the other end fail.
const net = require('net');
const server = net.createServer((socket) => {
  socket.resume();
  socket.on('error', (error) => console.log('server side', error.code, error.syscall, error.message));
  socket.on('end', () => console.log('never'));
  socket.on('close', (hadError) => { console.log('server side closed', hadError); server.close(); });
}).listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => {
    setTimeout(() => { console.log(client.resetAndDestroy() === client, client.destroyed); }, 5);
  });
  client.on('error', (error) => console.log('client', error.code));
  client.on('close', (hadError) => console.log('client closed', hadError));
});
