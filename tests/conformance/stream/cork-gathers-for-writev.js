'use strict';

const { Writable } = require('stream');
const make = (name) => new Writable({
  write(c, e, cb) { console.log(name, 'write', String(c)); cb(); },
  writev(chunks, cb) { console.log(name, 'writev', chunks.map((x) => String(x.chunk)), chunks.allBuffers); cb(); },
});
const a = make('a');
a.cork();
a.write('1'); a.write('2', () => console.log('cb 2')); a.cork(); a.write('3');
console.log(a.writableCorked, a.writableLength);
a.uncork();
console.log(a.writableCorked);
process.nextTick(() => { a.uncork(); console.log(a.writableCorked, a.writableLength); a.end('4'); });
const b = make('b');
b.cork(); b.write('x'); b.write('y'); b.end('z', () => console.log('b ended'));
