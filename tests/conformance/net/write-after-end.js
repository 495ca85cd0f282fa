'use strict';
// Errors of writing: after one's own end, after the other's.
const net = require('net');
const server = net.createServer((socket) => {
  socket.on('error', (error) => console.log('server side', error.code, error.message));
  socket.end('bye');
  socket.write('more', (error) => console.log('write', error.code));
  socket.on('close', (hadError) => console.log('server side closed', hadError));
}).listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1');
  client.on('error', (error) => console.log('client', error.code, error.message));
  client.on('end', () => {
    console.log('end', client.writable);
    setImmediate(() => console.log('late write', client.write('late', (error) => console.log('late', error.code))));
  });
  client.resume();
  client.on('close', (hadError) => { console.log('client closed', hadError); server.close(); });
});
