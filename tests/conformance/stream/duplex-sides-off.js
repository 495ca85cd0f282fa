// readable: false and writable: false.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

const a = new Duplex({ readable: false, write(c, e, cb) { cb(); } });
console.log(a.readable, a.writable, a.readableEnded);
a.on('finish', () => console.log('finish')).on('end', () => console.log('end')).on('close', () => console.log('a close')).end();
const b = new Duplex({ writable: false, read() { this.push(null); } });
console.log(b.readable, b.writable, b.writableFinished);
b.on('finish', () => console.log('finish')).on('end', () => console.log('end')).on('close', () => console.log('b close')).resume();
