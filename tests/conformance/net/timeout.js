'use strict';
// A socket on which nothing happens tells of it, and stays open.
const net = require('net');
const server = net.createServer((socket) => { socket.resume(); }).listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1');
  console.log(client.setTimeout(40, () => console.log('by callback')) === client, client.timeout);
  let count = 0;
  client.on('timeout', () => {
    console.log('timeout', ++count, client.destroyed, client.readyState);
    if (count === 1) client.write('still here');
    if (count === 2) { client.setTimeout(0); console.log(client.timeout); client.end(); }
  });
  client.on('close', () => server.close(() => console.log('done')));
});
