// A Readable with a high-water mark of 0 reads only when asked.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

let n = 0;
const r = new Readable({ highWaterMark: 0, read() { console.log('_read'); this.push(n++ < 2 ? 'x' + n : null); } });
console.log(r.readableHighWaterMark, r.read());
r.on('readable', () => { let c; while ((c = r.read()) !== null) console.log('got', String(c)); });
r.on('end', () => console.log('end'));
