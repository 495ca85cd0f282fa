'use strict';

const zlib = require('zlib');
const attempt = (name, f) => {
  try {
    console.log(name, f());
  } catch (e) {
    console.log(name, e.name, e.code, e.errno, e.message, Object.keys(e));
  }
};
const changed = (packed, at) => {
  packed[at < 0 ? packed.length + at : at] ^= 1;
  return packed;
};
attempt('gunzip', () => zlib.gunzipSync('nonsense'));
attempt('inflate', () => zlib.inflateSync('nonsense'));
attempt('inflateRaw', () => zlib.inflateRawSync('nonsense'));
attempt('unzip', () => zlib.unzipSync('nonsense'));
attempt('brotli', () => zlib.brotliDecompressSync(Buffer.from('ffffffff', 'hex')));
attempt('brotli', () => zlib.brotliDecompressSync(Buffer.from('11', 'hex')));
attempt('crc', () => zlib.gunzipSync(changed(zlib.gzipSync('hello'), -5)));
attempt('length', () => zlib.gunzipSync(changed(zlib.gzipSync('hello'), -1)));
attempt('adler', () => zlib.inflateSync(changed(zlib.deflateSync('hello'), -1)));
attempt('method', () => zlib.inflateSync(Buffer.from([0x79, 0x9b, 0])));
attempt('window', () => zlib.inflateSync(Buffer.from([0x88, 0x1c, 0])));
attempt('block', () => zlib.inflateRawSync(Buffer.from([7, 0, 0])));
attempt('flags', () => zlib.gunzipSync(Buffer.from([0x1f, 0x8b, 8, 0xff, 0, 0, 0, 0, 0, 0])));
attempt('gzip method', () => zlib.gunzipSync(Buffer.from([0x1f, 0x8b, 7, 0, 0, 0, 0, 0, 0, 0])));
zlib.gunzip('nonsense', (e, result) => console.log(e.message, e.code, e.errno, result));
