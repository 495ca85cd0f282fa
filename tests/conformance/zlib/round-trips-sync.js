'use strict';

const zlib = require('zlib');
const text = 'What goes in comes out. '.repeat(500);
const pairs = [
  ['gzip', 'gunzip'], ['deflate', 'inflate'], ['deflateRaw', 'inflateRaw'],
  ['brotliCompress', 'brotliDecompress'], ['gzip', 'unzip'], ['deflate', 'unzip'],
];
for (const [pack, unpack] of pairs) {
  const packed = zlib[`${pack}Sync`](text);
  const unpacked = zlib[`${unpack}Sync`](packed);
  console.log(pack, unpack, packed.length < 500, Buffer.isBuffer(unpacked), unpacked.toString() === text);
}
