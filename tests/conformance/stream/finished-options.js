// finished() with options.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

const d = new Duplex({ read() {}, write(c, e, cb) { cb(); } });
finished(d, { readable: false }, (e) => console.log('written', e && e.code));
finished(d, { writable: false }, (e) => console.log('read', e && e.code));
finished(d, (e) => console.log('both', e && e.code));
const off = finished(d, () => console.log('never'));
off();
d.resume(); d.end();
setImmediate(() => { console.log('push null'); d.push(null); });
