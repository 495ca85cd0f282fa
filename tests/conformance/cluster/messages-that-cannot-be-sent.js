'use strict';

const { fork } = require('child_process');

if (process.argv[2] === 'child') {
  process.on('message', () => {});
} else {
  const child = fork(__filename, ['child']);
  const cyclic = {};
  cyclic.self = cyclic;
  for (const args of [[], [undefined], [() => {}], [Symbol('s')], [10n], [cyclic], ['x', {}], ['x', 5], ['x', undefined, 5],
                      ['x', undefined, 'keepOpen']]) {
    try {
      console.log(child.send(...args));
    } catch (error) {
      console.log(error.name, error.code, error.message.split('\n')[0]);
    }
  }
  child.disconnect();
}
