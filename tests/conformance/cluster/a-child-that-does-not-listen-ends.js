'use strict';

// Its channel keeps a process alive only while it listens.
const { fork } = require('child_process');

if (process.argv[2] === 'child') {
  process.send('nothing to do');
  if (process.argv[3] === 'once') process.once('message', () => process.send('heard'));
  if (process.argv[3] === 'ref') {
    process.channel.ref();
    setTimeout(() => process.channel.unref(), 50);
  }
} else {
  const next = (kinds) => {
    if (kinds.length === 0) return;
    const child = fork(__filename, ['child', kinds[0]]);
    child.on('message', (message) => {
      console.log(kinds[0], message);
      if (kinds[0] === 'once' && message !== 'heard') child.send('go');
    });
    child.on('close', (code) => {
      console.log(kinds[0], 'close', code);
      next(kinds.slice(1));
    });
  };
  next(['none', 'once', 'ref']);
}
