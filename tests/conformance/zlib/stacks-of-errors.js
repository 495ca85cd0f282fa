'use strict';

const zlib = require('zlib');
const { gunzipSync } = zlib;
function attempt(f) {
  try {
    f();
  } catch (e) {
    console.log(e.stack.split('\n').slice(0, 9).join('\n'));
  }
}
const mine = { unpack: zlib.inflateSync };
attempt(() => zlib.gunzipSync('garbage'));
attempt(() => gunzipSync('garbage'));
attempt(() => mine.unpack('garbage'));
attempt(() => zlib.brotliDecompressSync(Buffer.from('11', 'hex')));
attempt(function named() { zlib.gunzipSync(5); });
attempt(() => zlib.gunzipSync(zlib.gzipSync('aaaaaa'), { maxOutputLength: 2 }));
zlib.gunzip('garbage', (e) => {
  console.log(e);
  zlib.brotliDecompress(Buffer.from('11', 'hex'), (e) => console.log(e));
});
