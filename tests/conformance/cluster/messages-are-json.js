'use strict';

const { fork } = require('child_process');

if (process.argv[2] === 'child') {
  class Point {
    constructor() { this.x = 1; }
    toJSON() { return { point: this.x }; }
  }
  process.send({ number: 1, f() {}, nothing: undefined, date: new Date(0), nan: NaN, list: [undefined, () => {}] });
  process.send(null);
  process.send(true);
  process.send('text \u{1F600} \u2028');
  process.send(-0);
  process.send([1, [2, { three: 3 }]]);
  process.send(new Point());
  process.send(new Map([[1, 2]]));
  process.send(Buffer.from('ab'));
  process.send(new Error('lost'));
} else {
  const child = fork(__filename, ['child']);
  child.on('message', (message, handle) => console.log(message, handle));
  child.on('exit', (code) => console.log('exit', code));
}
