'use strict';

const { Readable, Writable, Transform, Duplex, Stream } = require('stream');
const util = require('util');
class Counter extends Readable {
  constructor(n) { super(); this.n = n; this.i = 0; }
  _read() { this.push(this.i < this.n ? String(this.i++) : null); }
}
new Counter(3).on('data', (c) => console.log(String(c))).on('end', () => console.log('end'));
function Old(options) { Writable.call(this, options); this.seen = []; }
util.inherits(Old, Writable);
Old.prototype._write = function(c, e, cb) { this.seen.push(String(c)); cb(); };
const old = new Old();
old.write('a'); old.end('b');
old.on('finish', () => console.log(old.seen));
const d = new Duplex();
console.log(d instanceof Readable, d instanceof Writable, d instanceof Stream, old instanceof Duplex, new Transform() instanceof Writable);
console.log(Stream === require('stream'), require('node:stream') === Stream, Readable.name, Readable().constructor === Readable);
