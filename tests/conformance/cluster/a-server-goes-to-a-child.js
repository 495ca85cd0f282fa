'use strict';

const { fork } = require('child_process');
const net = require('net');

if (process.argv[2] === 'child') {
  process.on('message', (message, server) => {
    server.on('connection', (socket) => {
      socket.end('from the child');
      server.close(() => process.disconnect());
    });
    process.send(['listening', server.listening]);
  });
} else {
  const child = fork(__filename, ['child']);
  const server = net.createServer();
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    child.send('server', server);
    child.on('message', (message) => {
      console.log(message);
      server.close();
      const client = net.connect(port, '127.0.0.1');
      client.setEncoding('utf8');
      client.on('data', (data) => console.log('client got', data));
    });
  });
  child.on('exit', (code) => console.log('exit', code));
}
