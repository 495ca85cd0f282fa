'use strict';

const { Readable, Transform } = require('stream');
const r = new Readable({ objectMode: true, highWaterMark: 2, read() { console.log('_read', this.readableLength); } });
console.log(r.push({ a: 1 }), r.push(0), r.push(''), r.readableLength);
const t = new Transform({ objectMode: true, transform(o, e, cb) { cb(null, { ...o, seen: true }); } });
t.on('data', (o) => console.log(o));
t.write({ id: 1 });
t.end({ id: 2 });
t.on('end', () => console.log('end'));
console.log(r.read(), r.read(), JSON.stringify(r.read()), r.read());
