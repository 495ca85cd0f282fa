// emitClose: false.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

const r = new Readable({ emitClose: false, read() { this.push(null); } });
r.on('close', () => console.log('close'));
r.on('end', () => console.log('end'));
r.resume();
setImmediate(() => console.log(r.destroyed, r.closed));
