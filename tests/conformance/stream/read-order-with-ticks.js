// Events of a Readable among ticks, jobs and immediates.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

const r = new Readable({ read() { console.log('_read'); } });
setImmediate(() => console.log('immediate'));
r.on('readable', () => { console.log('readable'); r.read(); });
process.nextTick(() => console.log('tick 1'));
r.push('x');
Promise.resolve().then(() => { console.log('job'); r.push('y'); });
process.nextTick(() => { console.log('tick 2'); r.push(null); });
r.on('end', () => console.log('end')).on('close', () => console.log('close'));
