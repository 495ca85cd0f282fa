// The callback of _transform called twice.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

const t = new Transform({ transform(c, e, cb) { cb(null, c); cb(null, c); } });
t.on('error', (e) => console.log('error', e.code, e.message));
t.on('data', (d) => console.log('data', String(d)));
t.write('x');
