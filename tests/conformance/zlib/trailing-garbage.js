'use strict';

const zlib = require('zlib');
const garbage = Buffer.from([9, 9, 9]);
const zeros = Buffer.alloc(10);
const attempt = (name, f) => {
  try {
    console.log(name, f().toString());
  } catch (e) {
    console.log(name, e.code, e.message);
  }
};
const gzipped = zlib.gzipSync('abc');
attempt('zeros', () => zlib.gunzipSync(Buffer.concat([gzipped, zeros])));
attempt('garbage', () => zlib.gunzipSync(Buffer.concat([gzipped, garbage])));
attempt('zeros, then garbage', () => zlib.gunzipSync(Buffer.concat([gzipped, zeros, garbage])));
attempt('magic only', () => zlib.gunzipSync(Buffer.concat([gzipped, Buffer.from([0x1f, 0x8b, 0xff, 0xff])])));
attempt('inflate', () => zlib.inflateSync(Buffer.concat([zlib.deflateSync('abc'), garbage])));
attempt('raw', () => zlib.inflateRawSync(Buffer.concat([zlib.deflateRawSync('abc'), garbage])));
attempt('brotli', () => zlib.brotliDecompressSync(Buffer.concat([zlib.brotliCompressSync('abc'), garbage])));
zlib.gunzip(Buffer.concat([gzipped, zeros]), (error, text) => {
  console.log(error, text.toString());
  zlib.gunzip(Buffer.concat([gzipped, garbage]), (error) => console.log(error.code));
});
