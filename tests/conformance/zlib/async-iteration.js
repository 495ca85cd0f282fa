'use strict';

const zlib = require('zlib');
const { Readable } = require('stream');
(async () => {
  const packed = zlib.brotliCompressSync('x'.repeat(40000));
  const lengths = [];
  for await (const chunk of Readable.from([packed]).pipe(zlib.createBrotliDecompress())) lengths.push(chunk.length);
  console.log(lengths.reduce((a, b) => a + b));
  const bad = zlib.createInflate();
  bad.end('bad data');
  try {
    for await (const chunk of bad) console.log(chunk);
  } catch (e) {
    console.log('caught', e.code, bad.destroyed);
  }
  const gunzip = zlib.createGunzip();
  gunzip.end(zlib.gzipSync(Buffer.alloc(50000)));
  for await (const chunk of gunzip) {
    console.log(chunk.length);
    break;
  }
  console.log(gunzip.destroyed, gunzip._closed);
})();
