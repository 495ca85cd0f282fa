// Nobody listens to the error of a destination.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

process.on('uncaughtException', (e, origin) => console.log('uncaught', e.message, origin));
const w = new Writable({ write(c, e, cb) { cb(new Error('bad')); } });
Readable.from(['x']).pipe(w);
