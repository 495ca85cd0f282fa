'use strict';

const { fork } = require('child_process');

if (process.argv[2] === 'child') {
  process.on('message', (message) => {
    process.send(message);
    if (message === 'end') process.disconnect();
  });
} else {
  const child = fork(__filename, ['child'], { serialization: 'advanced' });
  const cyclic = { name: 'a' };
  cyclic.self = cyclic;
  for (const message of [new Map([[1, { a: 2 }]]), new Set(['x']), new Date(0), [undefined, NaN, -0], cyclic, /a+/gi, 'end'])
    child.send(message);
  child.on('message', (message) => console.log(message));
  child.on('close', (code) => console.log('close', code));
}
