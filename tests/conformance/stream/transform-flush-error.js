// flush fails.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

const t = new Transform({ transform(c, e, cb) { cb(); }, flush(cb) { cb(new Error('flush')); } });
for (const e of ['finish', 'end', 'close', 'prefinish']) t.on(e, () => console.log(e));
t.on('error', (e) => console.log('error', e.message));
t.resume();
t.end('x', (e) => console.log('callback', e && e.message));
