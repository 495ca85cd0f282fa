// instanceof and the classes.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

const Stream = require('stream');
const list = { r: new Readable(), w: new Writable(), d: new Duplex(), t: new Transform(), p: new PassThrough() };
for (const [n, s] of Object.entries(list)) console.log(n, s instanceof Stream, s instanceof Readable, s instanceof Writable, s instanceof Duplex, s instanceof Transform);
console.log(Writable[Symbol.hasInstance](list.d), {} instanceof Writable, null instanceof Writable, Object.create(Writable.prototype) instanceof Writable);
console.log(Readable() instanceof Readable, Writable() instanceof Writable, Duplex() instanceof Duplex, Transform() instanceof Transform, PassThrough() instanceof PassThrough);
console.log(Readable.name, Readable.length, Writable.length, Duplex.length, Transform.length, Readable.prototype.constructor === Readable);
console.log(Object.getOwnPropertyNames(Duplex.prototype).filter((n) => n.startsWith('writable')).sort());
