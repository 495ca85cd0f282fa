// A Transform whose readable side is full stops transforming.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

const t = new Transform({ readableHighWaterMark: 2, writableHighWaterMark: 4, transform(c, e, cb) { console.log('transform', String(c)); cb(null, c); } });
for (const x of ['aa', 'bb', 'cc']) console.log(t.write(x), t.readableLength, t.writableLength);
console.log(String(t.read()));
setImmediate(() => { console.log(t.readableLength, t.writableLength); t.resume(); t.end(); t.on('end', () => console.log('end')); });
