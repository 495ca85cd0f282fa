// end() and write() from within callbacks.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

const w = new Writable({ write(c, e, cb) { console.log('write', String(c)); cb(); } });
w.write('a', () => { console.log('a done'); w.write('b', () => { console.log('b done'); w.end(() => console.log('end done')); }); });
w.on('finish', () => console.log('finish'));
w.on('prefinish', () => console.log('prefinish'));
