'use strict';
// Two servers cannot have one port; the error is an event after a tick.
const net = require('net');
const first = net.createServer().listen(0, '127.0.0.1', () => {
  const { port } = first.address();
  const second = net.createServer();
  second.on('listening', () => console.log('never'));
  second.on('error', (error) => {
    console.log(error.message.replace(port, 'PORT'), error.code, error.errno, error.syscall, error.address, error.port === port);
    console.log(second.listening, second.address());
    first.close(() => {
      console.log('first closed');
      second.listen(port, '127.0.0.1', () => { console.log('now', second.listening); second.close(() => console.log('second closed')); });
    });
  });
  second.listen(port, '127.0.0.1');
  console.log('listen returned', second.listening);
  process.nextTick(() => console.log('tick'));
});
