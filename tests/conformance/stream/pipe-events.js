// 'pipe' and 'unpipe' and who gets them.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

const r = new Readable({ read() {} });
const w = new Writable({ write(c, e, cb) { console.log('write', String(c)); cb(); } });
w.on('pipe', (s) => console.log('pipe', s === r)).on('unpipe', (s) => console.log('unpipe', s === r));
console.log(r.pipe(w) === w, r._readableState.pipes.length);
r.push('a');
setImmediate(() => { r.unpipe(w); r.unpipe(w); console.log(r._readableState.pipes.length, r.readableFlowing); r.push('b'); setImmediate(() => { console.log(r.readableLength); r.pipe(w); setImmediate(() => r.unpipe()); }); });
