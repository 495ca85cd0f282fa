'use strict';

// The parent ends; its child sees the channel close.
const { fork } = require('child_process');

if (process.argv[2] === 'child') {
  process.on('disconnect', () => {
    console.log('child disconnect', process.connected);
    process.exit(0);
  });
  process.send('up');
} else {
  const child = fork(__filename, ['child']);
  child.on('exit', () => console.log('never'));
  child.on('message', () => {
    child.unref();
    child.channel.unref();
  });
  process.on('exit', () => console.log('parent exits'));
}
