// Writes wait for _construct.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

const w = new Writable({ construct(cb) { console.log('construct'); setImmediate(cb); }, write(c, e, cb) { console.log('write', String(c)); cb(); }, final(cb) { console.log('final'); cb(); } });
console.log(w.write('a'), w.writableLength);
w.end('b');
w.on('finish', () => console.log('finish'));
process.nextTick(() => console.log('tick'));
