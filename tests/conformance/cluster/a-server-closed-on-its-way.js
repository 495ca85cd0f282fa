// A server that is closed while it is still on its way to a child is there all the same: connections wait for the child.
const { fork } = require('child_process');
const net = require('net');

if (process.argv[2] === 'child') {
  process.on('message', (message, server) => {
    server.on('connection', (socket) => {
      socket.end('from the child');
      server.close();
      process.disconnect();
    });
  });
} else {
  const server = net.createServer();
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    const child = fork(__filename, ['child']);
    child.send('server', server, () => {
      server.close(() => {
        console.log('the parent has closed its server');
        net.connect(port, '127.0.0.1').setEncoding('utf8').on('data', console.log).on('error', (e) => console.log(e.code));
      });
    });
    child.on('exit', (code) => console.log('child exits', code));
  });
}
