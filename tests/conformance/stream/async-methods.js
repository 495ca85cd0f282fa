// Methods that are async functions.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

const w = new Writable({ async write(c, e, cb) { await null; console.log('write', String(c)); cb(); }, async final(cb) { await null; console.log('final'); cb(); } });
w.on('finish', () => console.log('finish'));
w.write('a'); w.end('b');
const r = new Readable({ async read() { await null; this.push(this.done ? null : 'x'); this.done = true; } });
r.on('data', (c) => console.log('data', String(c))).on('end', () => console.log('end'));
