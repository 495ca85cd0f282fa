'use strict';

const zlib = require('zlib');
const { promisify } = require('util');
zlib.gzip('by callback', (error, packed) => {
  console.log(error, Buffer.isBuffer(packed));
  zlib.gunzip(packed, (error, text) => {
    console.log(error, text.toString());
    byPromise();
  });
});
async function byPromise() {
  const inflate = promisify(zlib.inflate);
  const packed = await promisify(zlib.deflate)('by promise', { level: 9 });
  console.log((await inflate(packed)).toString());
  await inflate(Buffer.from('nonsense')).catch((e) => console.log(e.code));
  const brotli = await promisify(zlib.brotliCompress)('brotli');
  console.log((await promisify(zlib.brotliDecompress)(brotli)).toString());
}
console.log('first');
