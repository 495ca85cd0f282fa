'use strict';

const { Readable } = require('stream');
const r = new Readable({ highWaterMark: 5, read(n) { console.log('_read', n); } });
console.log(r.push('abc'), r.readableLength);
console.log(r.push('de'), r.readableLength);
console.log(r.push('f'), r.readableLength);
console.log(String(r.read(1)), r.readableLength);
console.log(String(r.read()), r.readableLength);
console.log(r.read());
console.log(r.readableHighWaterMark, new Readable({ objectMode: true }).readableHighWaterMark);
setImmediate(() => console.log(r._readableState.reading, r._readableState.needReadable));
