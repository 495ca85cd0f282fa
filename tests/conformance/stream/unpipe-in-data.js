// unpipe() while chunks are handed out.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

const r = new Readable({ read() {} });
const seen = [];
const w = new Writable({ write(c, e, cb) { seen.push(String(c)); if (seen.length === 2) r.unpipe(w); cb(); } });
r.pipe(w);
for (const x of ['a', 'b', 'c']) r.push(x);
setImmediate(() => { console.log(seen, r.readableLength, r.readableFlowing); r.on('data', (c) => console.log('data', String(c))); });
