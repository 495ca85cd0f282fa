'use strict';

// The parent sees no 'close': it has closed the channel itself.
const { fork } = require('child_process');

if (process.argv[2] === 'child') {
  process.on('message', () => {});
  process.send('up');
} else {
  const child = fork(__filename, ['child']);
  for (const type of ['disconnect', 'exit', 'close']) child.on(type, (...args) => console.log(type, args, child.connected));
  child.on('error', (error) => console.log('error', error.code));
  child.on('message', () => {
    child.disconnect();
    console.log(child.connected, child.channel);
    console.log(child.send('late', (error) => console.log('sent', error.code, error.message)));
    console.log(child.send('later'));
    child.disconnect();
  });
}
