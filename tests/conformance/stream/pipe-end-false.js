// { end: false } and pipe to process.stdout.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

const r = Readable.from(['a\n', 'b\n']);
const w = new Writable({ write(c, e, cb) { cb(); } });
r.pipe(w, { end: false });
r.on('end', () => setImmediate(() => console.log('writable still', w.writable)));
w.on('finish', () => console.log('never'));
Readable.from(['to stdout\n']).pipe(process.stdout);
