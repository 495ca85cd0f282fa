'use strict';

const { Writable, Readable } = require('stream');
const w = new Writable({
  construct(cb) { console.log('construct'); setTimeout(() => { console.log('constructed'); cb(); }, 5); },
  write(c, e, cb) { console.log('write', String(c)); cb(); },
});
console.log(w.write('a'));
w.end('b');
w.on('finish', () => console.log('finish'));
const r = new Readable({
  construct(cb) { cb(new Error('no luck')); },
  read() { console.log('never'); },
});
r.on('error', (e) => console.log('error', e.message));
r.on('close', () => console.log('close'));
r.resume();
