// A server that was sent to a child goes on there when its sender closes its own.
const { fork } = require('child_process');
const net = require('net');

if (process.argv[2] === 'child') {
  process.on('message', (message, server) => {
    server.on('connection', (socket) => {
      socket.end('from the child');
      server.close();
      process.disconnect();
    });
    process.send('taken');
  });
} else {
  const server = net.createServer((socket) => socket.end('from the parent'));
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    const child = fork(__filename, ['child']);
    child.send('server', server);
    child.on('message', () => {
      server.close(() => {
        console.log('the parent has closed its server');
        net.connect(port, '127.0.0.1').setEncoding('utf8').on('data', console.log);
      });
    });
    child.on('exit', (code) => console.log('child exits', code));
  });
}
