// _writev with an error.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

const w = new Writable({ writev(chunks, cb) { process.nextTick(cb, new Error('writev')); }, write(c, e, cb) { process.nextTick(cb); } });
w.on('error', (e) => console.log('error', e.message));
for (const x of ['a', 'b', 'c', 'd']) w.write(x, (e) => console.log(x, e && e.message));
w.on('close', () => console.log('close'));
