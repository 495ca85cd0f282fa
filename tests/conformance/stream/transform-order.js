// The order of a Transform that is written to and read.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

const t = new Transform({ highWaterMark: 2, transform(c, e, cb) { console.log('transform', String(c)); process.nextTick(cb, null, c); }, flush(cb) { console.log('flush'); cb(null, 'last'); } });
t.on('data', (c) => console.log('data', String(c)));
for (const e of ['prefinish', 'finish', 'end', 'close', 'drain']) t.on(e, () => console.log(e));
console.log(t.write('abc'), t.write('d'));
t.end('e');
