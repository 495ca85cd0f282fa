// Callbacks of write() and end() that throw.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

process.on('uncaughtException', (e) => console.log('uncaught', e.message));
const w = new Writable({ write(c, e, cb) { cb(); } });
w.write('a', () => { throw new Error('callback'); });
w.write('b', () => console.log('b'));
w.end(() => { throw new Error('end callback'); });
w.on('finish', () => console.log('finish')).on('close', () => console.log('close'));
