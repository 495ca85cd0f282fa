// The callback of _write called twice.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

const w = new Writable({ write(c, e, cb) { cb(); cb(); } });
w.on('error', (e) => console.log('error', e.code, e.message));
w.write('x', (e) => console.log('written', e && e.code));
w.on('close', () => console.log('close'));
