'use strict';
// Clients that connect in one go are accepted in that order.
const net = require('net');
let number = 0;
const server = net.createServer((socket) => {
  const mine = ++number;
  socket.on('data', (data) => { console.log('connection', mine, 'is client', String(data)); socket.end(); });
}).listen(0, '127.0.0.1', () => {
  let open = 5;
  for (let i = 1; i <= 5; i++) {
    const client = net.connect(server.address().port, '127.0.0.1', () => client.write(String(i)));
    client.resume();
    client.on('close', () => { if (--open === 0) server.close(() => console.log('all closed')); });
  }
});
