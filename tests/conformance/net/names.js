'use strict';
// Both ends agree on who they are.
const net = require('net');
const server = net.createServer((socket) => {
  const { localAddress, localPort, localFamily, remoteAddress, remotePort, remoteFamily } = socket;
  console.log(localAddress, localFamily, remoteAddress, remoteFamily, localPort === server.address().port);
  console.log(Object.keys(socket.address()), socket.server === server);
  socket.end(String(remotePort));
}).listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1');
  console.log(client.remoteAddress, client.localPort);
  client.on('data', (data) => console.log(Number(data) === client.localPort, client.remotePort === server.address().port, client.remoteFamily));
  client.on('close', () => { console.log(client.remoteAddress, client.localAddress); server.close(); });
});
