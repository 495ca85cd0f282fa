// Listeners that throw.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

process.on('uncaughtException', (e) => console.log('uncaught', e.message));
const r = new Readable({ read() {} });
r.on('data', (c) => { console.log('data', String(c)); throw new Error('in data'); });
r.push('a'); r.push('b');
setImmediate(() => { console.log(r.readableLength, r.readableFlowing, r.destroyed); r.push('c'); });
const w = new Writable({ highWaterMark: 1, write(c, e, cb) { setImmediate(cb); } });
w.on('drain', () => { throw new Error('in drain'); });
w.write('x', () => console.log('callback of x'));
w.end(() => console.log('end'));
w.on('finish', () => console.log('finish'));
