// _construct with an error, and destroy() before it is done.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

const a = new Readable({ construct(cb) { setImmediate(cb, new Error('construct')); }, read() { console.log('never'); } });
a.on('error', (e) => console.log('a error', e.message)).on('close', () => console.log('a close'));
a.resume();
const b = new Writable({ construct(cb) { setImmediate(cb); }, write(c, e, cb) { cb(); }, destroy(e, cb) { console.log('b _destroy'); cb(e); } });
b.on('close', () => console.log('b close'));
b.write('x', (e) => console.log('b write', e && e.code));
b.destroy();
console.log(b.destroyed, b.closed);
