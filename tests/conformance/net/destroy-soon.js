'use strict';
const net = require('net');
const server = net.createServer((socket) => {
  socket.write('some');
  socket.destroySoon();
  console.log(socket.destroyed, socket.writableEnded);
  socket.on('finish', () => console.log('finish'));
  socket.on('close', (hadError) => console.log('server side closed', hadError));
}).listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1');
  client.on('data', (data) => console.log(String(data)));
  client.on('end', () => console.log('end'));
  client.on('close', () => server.close());
});
