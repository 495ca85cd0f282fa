// Only the first destroy() counts.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

const r = new Readable({ read() {}, destroy(e, cb) { console.log('_destroy', e && e.message); setImmediate(cb, e); } });
r.on('error', (e) => console.log('error', e.message));
r.on('close', () => console.log('close'));
r.destroy(new Error('first'));
r.destroy(new Error('second'), (e) => console.log('callback', e && e.message));
