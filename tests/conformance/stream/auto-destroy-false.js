// autoDestroy: false.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

const r = new Readable({ autoDestroy: false, read() { this.push(null); } });
r.on('end', () => console.log('end')).on('close', () => console.log('close')).resume();
const w = new Writable({ autoDestroy: false, write(c, e, cb) { cb(new Error('bad')); } });
w.on('error', (e) => console.log('error', e.message, w.destroyed));
w.write('x');
setImmediate(() => { console.log(r.destroyed, w.destroyed, w.writable, w._writableState.errorEmitted); w.write('y', (e) => console.log('second', e && e.message)); });
