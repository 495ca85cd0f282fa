// Callbacks of writes done by one _writev.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

const w = new Writable({ highWaterMark: 2, writev(chunks, cb) { console.log(chunks.map((c) => [String(c.chunk), c.encoding, typeof c.callback]), chunks.allBuffers); setImmediate(cb); } });
w.on('drain', () => console.log('drain'));
for (const x of ['a', 'b', 'c']) console.log(w.write(x, () => console.log('done', x)));
w.end(() => console.log('end'));
