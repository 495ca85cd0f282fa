// The callback of _final called twice.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

const w = new Writable({ write(c, e, cb) { cb(); }, final(cb) { cb(); cb(); } });
w.on('error', (e) => console.log('error', e.code));
w.on('finish', () => console.log('finish'));
w.on('close', () => console.log('close'));
w.end();
