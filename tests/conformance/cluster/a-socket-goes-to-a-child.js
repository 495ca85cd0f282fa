'use strict';

const { fork } = require('child_process');
const net = require('net');

if (process.argv[2] === 'child') {
  process.on('message', (message, socket) => {
    socket.end(`${message} from the child\n`);
    process.disconnect();
  });
} else {
  const child = fork(__filename, ['child']);
  const server = net.createServer((socket) => child.send('hello', socket, () => server.close()));
  server.listen(0, '127.0.0.1', () => {
    const client = net.connect(server.address().port, '127.0.0.1');
    client.setEncoding('utf8');
    client.on('data', (data) => console.log('client got', JSON.stringify(data)));
    client.on('end', () => console.log('client end'));
  });
  child.on('exit', (code) => console.log('exit', code));
}
