// cork() is counted.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

const w = new Writable({ write(c, e, cb) { console.log('write', String(c)); cb(); } });
w.cork(); w.cork();
w.write('a');
console.log(w.writableCorked);
w.uncork();
console.log(w.writableCorked, w.writableLength);
w.uncork();
console.log(w.writableCorked, w.writableLength);
w.uncork();
w.cork();
w.write('b');
w.end('c');
console.log(w.writableCorked);
