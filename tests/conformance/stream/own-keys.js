// Which properties streams own.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

for (const s of [new Readable(), new Writable(), new Duplex(), new Transform()]) console.log(Object.keys(s));
console.log(Object.keys(new Readable({ read() {} })), Object.keys(new Writable({ write() {}, final() {} })));
const names = (o) => Object.getOwnPropertyNames(o).sort().join(' ');
console.log(names(Readable.prototype)); console.log(names(Writable.prototype)); console.log(names(Transform.prototype)); console.log(names(PassThrough.prototype));
