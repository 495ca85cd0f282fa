// The destination of a pipe fails.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

const r = new Readable({ read() { this.push('x'); } });
const w = new Writable({ write(c, e, cb) { cb(new Error('bad')); } });
w.on('unpipe', () => console.log('unpipe')).on('error', (e) => console.log('error', e.message)).on('close', () => console.log('close'));
r.on('pause', () => console.log('pause')).on('close', () => console.log('r close'));
r.pipe(w);
setImmediate(() => console.log(r.destroyed, r.readableFlowing, r._readableState.pipes.length));
