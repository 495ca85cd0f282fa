// end() after end().
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

const w = new Writable({ write(c, e, cb) { setImmediate(cb); } });
w.on('error', (e) => console.log('error', e.code));
w.end('a', (e) => console.log('first', e && e.code));
w.end((e) => console.log('second', e && e.code));
w.on('finish', () => { w.end((e) => console.log('third', e && e.code, e && e.message)); });
w.on('close', () => w.end((e) => console.log('fourth', e && e.code)));
