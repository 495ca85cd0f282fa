'use strict';

const { Duplex } = require('stream');
for (const allowHalfOpen of [true, false]) {
  const d = new Duplex({ allowHalfOpen, read() { this.push('r'); this.push(null); }, write(c, e, cb) { console.log('w', String(c)); cb(); } });
  const log = (e) => d.on(e, () => console.log(allowHalfOpen, e, d.readable, d.writable));
  ['end', 'finish', 'close'].forEach(log);
  d.on('data', (c) => console.log(allowHalfOpen, 'data', String(c)));
  setTimeout(() => { if (d.writable) d.end('late'); }, 5);
}
