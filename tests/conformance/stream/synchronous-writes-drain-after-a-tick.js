'use strict';

const { Writable } = require('stream');
const w = new Writable({ highWaterMark: 2, write(c, e, cb) { console.log('_write', String(c)); cb(); } });
w.on('drain', () => console.log('drain'));
process.nextTick(() => console.log('tick before'));
console.log(w.write('abc', () => console.log('cb 1')));
console.log(w.write('d', () => console.log('cb 2')));
console.log(w.write('e'));
process.nextTick(() => console.log('tick after'));
Promise.resolve().then(() => console.log('job'));
