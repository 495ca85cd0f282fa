// Write callbacks among ticks, jobs and immediates.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

const w = new Writable({ write(c, e, cb) { cb(); } });
setImmediate(() => console.log('immediate'));
process.nextTick(() => console.log('tick before'));
Promise.resolve().then(() => console.log('job before'));
w.write('a', () => console.log('a'));
w.write('b', () => console.log('b'));
process.nextTick(() => console.log('tick after'));
queueMicrotask(() => console.log('job after'));
w.end('c', () => console.log('end'));
w.on('finish', () => { console.log('finish'); process.nextTick(() => console.log('tick in finish')); }).on('close', () => console.log('close'));
