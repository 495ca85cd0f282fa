// A Transform with its own _final.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

const t = new Transform({ transform(c, e, cb) { cb(null, c); }, final(cb) { console.log('final'); setImmediate(cb); }, flush(cb) { console.log('flush'); cb(); } });
t.on('data', (c) => console.log(String(c))).on('end', () => console.log('end')).on('finish', () => console.log('finish'));
t.end('x');
