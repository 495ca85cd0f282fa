// Both kinds of listener at once.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

const r = new Readable({ read() {} });
r.on('data', (c) => console.log('data', String(c)));
r.on('readable', () => { console.log('readable'); const c = r.read(); console.log('read', c && String(c)); });
r.push('a');
setImmediate(() => { r.push('b'); setImmediate(() => { r.push(null); }); });
r.on('end', () => console.log('end'));
