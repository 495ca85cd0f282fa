// Pushing without _read.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

const r = new Readable();
r._read = () => {};
r.on('data', (c) => console.log('data', String(c)));
r.push('one');
process.nextTick(() => { console.log('tick'); r.push('two'); });
setImmediate(() => { r.push('three'); r.push(null); console.log(r.readableEnded); });
r.on('end', () => console.log('end', r.readableEnded));
r.on('close', () => console.log('close'));
