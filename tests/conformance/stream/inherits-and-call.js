// util.inherits with streams, and mixed classes.
const util = require('util');
const { Readable, Writable, Duplex } = require('stream');
function Counter(max) { Readable.call(this, { objectMode: true }); this.max = max; this.n = 0; }
util.inherits(Counter, Readable);
Counter.prototype._read = function() { this.push(this.n < this.max ? { n: this.n++ } : null); };
const c = new Counter(2);
c.on('data', (d) => console.log(d)).on('end', () => console.log('end'));
class Sink extends Writable { constructor() { super({ decodeStrings: false }); } _write(chunk, encoding, callback) { console.log(this.constructor.name, chunk, encoding); callback(); } _final(callback) { console.log('final'); callback(); } }
new Sink().end('x');
class Both extends Duplex { _read() { this.push(null); } _write(c, e, cb) { cb(); } _destroy(e, cb) { console.log('destroy'); super._destroy(e, cb); } }
const b = new Both();
b.on('close', () => console.log('close')); b.resume(); b.end();
