'use strict';
const net = require('net');
const server = net.createServer(async (socket) => {
  let text = '';
  for await (const part of socket.setEncoding('utf8')) text += part;
  console.log('all', text, socket.destroyed);
  server.close();
}).listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1');
  client.write('one');
  setTimeout(() => client.end('two'), 10);
  client.on('close', () => console.log('client closed'));
});
