'use strict';

// Each process writes in its turn.
const { fork } = require('child_process');

if (process.argv[2] === 'child') {
  process.on('message', (message) => {
    process.send({ answer: message });
    if (message === 2) process.disconnect();
  });
  process.send('up');
} else {
  const child = fork(__filename, ['child']);
  for (const type of ['spawn', 'message', 'disconnect', 'exit', 'close', 'error'])
    child.on(type, (...args) => console.log(type, args, child.connected, child.exitCode));
  console.log(child.connected, typeof child.pid, child.exitCode, child.signalCode, child.killed, child.spawnargs.length);
  let sent = 0;
  child.on('message', () => {
    if (sent < 2) child.send(++sent, (error) => console.log('sent', error));
  });
  process.on('exit', (code) => console.log('parent exits', code));
}
