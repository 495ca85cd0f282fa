'use strict';

const { Writable } = require('stream');
const w = new Writable({
  highWaterMark: 4,
  write(chunk, encoding, callback) {
    console.log('_write', String(chunk), encoding);
    setTimeout(callback, 1);
  },
});
w.on('drain', () => console.log('drain', w.writableLength, w.writableNeedDrain));
w.on('finish', () => console.log('finish'));
w.on('close', () => console.log('close'));
console.log(w.write('ab'), w.writableLength, w.writableNeedDrain);
console.log(w.write('cd'), w.writableLength, w.writableNeedDrain);
console.log(w.write('e', () => console.log('written e')), w.writableLength);
setTimeout(() => { w.end('last', () => console.log('end callback')); console.log(w.writableEnded, w.writableFinished); }, 20);
