// read(n) beyond the mark raises it.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

const r = new Readable({ highWaterMark: 4, read() {} });
r.push('abc');
console.log(r.read(10), r.readableHighWaterMark);
r.push('defghijklmnop');
console.log(String(r.read(10)), r.readableLength, r.readableHighWaterMark);
console.log(r.read(100), r.readableHighWaterMark);
