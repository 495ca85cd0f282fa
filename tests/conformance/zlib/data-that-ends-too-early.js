'use strict';

const zlib = require('zlib');
const attempt = (f) => {
  try {
    console.log(f().toString());
  } catch (e) {
    console.log(e.code, e.errno, e.message);
  }
};
const cut = zlib.gzipSync('hello world hello').subarray(0, 14);
attempt(() => zlib.gunzipSync(cut));
attempt(() => zlib.gunzipSync(cut, { finishFlush: zlib.constants.Z_SYNC_FLUSH }));
attempt(() => zlib.gunzipSync(''));
attempt(() => zlib.inflateSync('', { finishFlush: zlib.constants.Z_SYNC_FLUSH }));
attempt(() => zlib.brotliDecompressSync(''));
attempt(() => zlib.brotliDecompressSync(zlib.brotliCompressSync('hello').subarray(0, 5)));
attempt(() => zlib.inflateRawSync(zlib.deflateRawSync('hello').subarray(0, 3)));
const stream = zlib.createGunzip();
stream.on('data', (d) => console.log('data', d.toString()));
stream.on('error', (e) => console.log('error', e.code));
stream.on('end', () => console.log('end'));
stream.on('close', () => console.log('close'));
stream.end(cut);
