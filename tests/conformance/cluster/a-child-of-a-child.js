'use strict';

const { fork } = require('child_process');
const depth = +(process.argv[2] ?? 0);

if (depth < 3) {
  const child = fork(__filename, [depth + 1]);
  child.on('message', (message) => {
    const path = [depth, ...message];
    if (process.send) process.send(path);
    else console.log(path);
  });
  child.on('exit', (code) => {
    if (depth === 0) console.log('exit', code);
  });
} else {
  process.send([depth]);
}
