'use strict';

const { fork } = require('child_process');
const ways = {
  quietly() {},
  exit() { process.exit(3); },
  exitCode() { process.exitCode = 5; },
  throws() { throw new Error('not told'); },
  rejects() { Promise.reject(new Error('not told')); },
  handler() { process.on('exit', () => { process.exitCode = 9; }); },
  message() {
    process.send('last words');
    process.exit(7);
  },
};

if (process.argv[2] === 'child') {
  ways[process.argv[3]]();
} else {
  const next = (names) => {
    if (names.length === 0) return;
    const child = fork(__filename, ['child', names[0]], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    child.on('message', (message) => console.log(names[0], message));
    child.on('exit', (code, signal) => {
      console.log(names[0], code, signal, child.exitCode, child.signalCode);
      next(names.slice(1));
    });
  };
  next(Object.keys(ways));
}
