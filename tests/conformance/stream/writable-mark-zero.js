// A Writable with a high-water mark of 0 is full at once.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

const w = new Writable({ highWaterMark: 0, write(c, e, cb) { console.log('write', String(c)); setImmediate(cb); } });
w.on('drain', () => console.log('drain', w.writableLength));
console.log(w.write('a'), w.writableNeedDrain);
console.log(w.write(''), w.writableLength);
w.end(() => console.log('ended'));
