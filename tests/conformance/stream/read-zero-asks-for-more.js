// read(0) refreshes without taking.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

let n = 0;
const r = new Readable({ highWaterMark: 3, read() { console.log('_read', n); this.push('ab'); if (++n === 4) this.push(null); } });
for (let i = 0; i < 4; i++) console.log(r.read(0), r.readableLength);
console.log(String(r.read()), r.readableLength);
r.on('end', () => console.log('end')).resume();
