// push of an empty string does not end.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

let n = 0;
const r = new Readable({ read() { n++; console.log('_read', n); if (n < 3) this.push(''); else if (n === 3) this.push('x'); else this.push(null); } });
r.on('readable', () => console.log('readable', r.readableLength));
r.on('data', (c) => console.log('data', String(c)));
r.on('end', () => console.log('end'));
setImmediate(() => r.read(0));
setImmediate(() => setImmediate(() => r.read(0)));
