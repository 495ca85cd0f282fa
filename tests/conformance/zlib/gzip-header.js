'use strict';

// No time and no name: the same bytes in every run. The eighth tells of the level.
const zlib = require('zlib');
for (const level of [-1, 0, 1, 2, 6, 9]) console.log(level, zlib.gzipSync('', { level }).subarray(0, 10).toString('hex'));
console.log(zlib.gzipSync('', { strategy: zlib.constants.Z_HUFFMAN_ONLY }).toString('hex'));
console.log(zlib.gzipSync('hello').toString('hex'));
console.log(zlib.deflateSync('hello').toString('hex'), zlib.deflateRawSync('hello').toString('hex'));
console.log(zlib.gzipSync('').equals(zlib.gzipSync(Buffer.alloc(0))));
