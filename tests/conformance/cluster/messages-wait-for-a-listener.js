'use strict';

const { fork } = require('child_process');

if (process.argv[2] === 'child') {
  setTimeout(() => {
    const got = [];
    process.on('message', (message) => {
      got.push(message);
      if (message !== 'last') return;
      process.send(got, () => process.disconnect());
    });
  }, 50);
} else {
  const child = fork(__filename, ['child']);
  for (const message of ['first', 'second', 'last']) child.send(message);
  child.on('message', (message) => console.log(message));
  child.on('exit', (code) => console.log('exit', code));
}
