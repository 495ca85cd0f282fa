// destroy(error) while a write is under way.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

let done;
const w = new Writable({ write(c, e, cb) { done = cb; } });
w.on('error', (e) => console.log('error', e.message));
w.on('close', () => console.log('close'));
for (const x of ['a', 'b']) w.write(x, (e) => console.log(x, e && e.message));
w.destroy(new Error('gone'));
console.log(w.errored.message);
setImmediate(() => done(new Error('too late')));
