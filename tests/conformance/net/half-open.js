'use strict';
// With allowHalfOpen the other way stays open after the end; without, the socket ends itself.
const net = require('net');
function run(allowHalfOpen, done) {
  const server = net.createServer({ allowHalfOpen }, (socket) => {
    socket.resume();
    socket.on('end', () => {
      console.log(allowHalfOpen, 'end', socket.readyState, socket.writable, socket.writableEnded);
      setImmediate(() => {
        console.log(allowHalfOpen, 'later', socket.readyState, socket.writable, socket.writableEnded);
        if (socket.writable) socket.end('late answer');
      });
    });
    socket.on('close', () => console.log(allowHalfOpen, 'server side closed'));
  }).listen(0, '127.0.0.1', () => {
    const client = net.connect({ port: server.address().port, host: '127.0.0.1', allowHalfOpen: true });
    client.end('request');
    client.setEncoding('utf8');
    client.on('data', (text) => console.log(allowHalfOpen, 'answer', text));
    client.on('end', () => console.log(allowHalfOpen, 'client end', client.readyState));
    client.on('close', () => server.close(done));
  });
}
run(true, () => run(false, () => console.log('done')));
