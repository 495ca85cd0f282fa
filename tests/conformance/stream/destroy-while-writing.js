// destroy() while a write is under way.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

let done;
const w = new Writable({ write(c, e, cb) { console.log('write', String(c)); done = cb; } });
w.on('error', (e) => console.log('error', e.message));
w.on('close', () => console.log('close', w.writableLength));
w.write('a', (e) => console.log('a', e && e.code));
w.write('b', (e) => console.log('b', e && e.code));
w.end('c', (e) => console.log('end', e && e.code));
w.destroy();
console.log(w.destroyed, w.writable, w.writableEnded, w.writableFinished);
setImmediate(() => { done(); console.log('late'); });
