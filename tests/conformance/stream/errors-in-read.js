// _read throws.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

const r = new Readable({ read() { throw new Error('in read'); } });
r.on('error', (e) => console.log('error', e.message, r.destroyed, r.errored === e));
r.on('close', () => console.log('close'));
r.on('data', () => {});
process.nextTick(() => console.log('tick'));
