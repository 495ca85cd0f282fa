'use strict';

const { fork } = require('child_process');

if (process.argv[2] === 'child') {
  console.log('out');
  console.error('err');
  process.stdout.write('more');
  setTimeout(() => console.log(' and late'), 30);
} else {
  const child = fork(__filename, ['child'], { silent: true });
  const text = { stdout: '', stderr: '' };
  console.log(child.stdout.constructor.name, child.stdio.length, child.stdio[1] === child.stdout, child.stdio[3]);
  for (const name of ['stdout', 'stderr']) {
    child[name].setEncoding('utf8');
    child[name].on('data', (data) => { text[name] += data; });
  }
  child.on('close', (code) => console.log('close', code, text));
}
