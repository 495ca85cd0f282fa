'use strict';

// Small outputs share one buffer of the chunk size.
const zlib = require('zlib');
const stream = zlib.createGunzip({ chunkSize: 64 });
const pack = zlib.createGzip();
const seen = [];
stream.on('data', (d) => seen.push(d));
stream.on('end', () => {
  console.log(seen.map((d) => [d.byteOffset - seen[0].byteOffset, d.buffer === seen[0].buffer, d.toString()]));
});
pack.on('data', (d) => stream.write(d));
pack.on('end', () => stream.end());
let i = 0;
(function next() {
  if (i === 5) pack.end();
  else pack.write(`part ${i++}, of a few. `, () => pack.flush(next));
})();
