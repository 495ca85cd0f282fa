'use strict';

const { PassThrough } = require('stream');
const a = new PassThrough(), b = new PassThrough();
b.on('unpipe', (src) => console.log('unpipe', src === a));
b.on('data', (c) => console.log('b', String(c)));
a.pipe(b, { end: false });
a.write('1');
setImmediate(() => {
  a.unpipe(b);
  console.log(a.readableFlowing, a.isPaused(), b.writable);
  a.write('2');
  setImmediate(() => {
    console.log(a.readableLength);
    a.pipe(b, { end: false });
    a.end('3');
    a.on('end', () => setImmediate(() => console.log('b still writable', b.writable)));
  });
});
