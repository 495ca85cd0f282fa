// pipe() of a stream that has ended, and to one that has.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

const r = Readable.from([]);
r.resume();
r.on('end', () => setImmediate(() => {
  const w = new Writable({ write(c, e, cb) { cb(); } });
  w.on('finish', () => console.log('finish')).on('unpipe', () => console.log('unpipe'));
  r.pipe(w);
}));
const ended = new Writable({ write(c, e, cb) { cb(); } });
ended.on('error', (e) => console.log(e.code));
ended.end();
Readable.from(['x']).pipe(ended);
