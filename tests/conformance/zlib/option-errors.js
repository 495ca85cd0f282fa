'use strict';

const zlib = require('zlib');
const wrong = [
  { level: 10 }, { level: -2 }, { level: 'a' }, { level: Infinity }, { level: null }, { windowBits: 7 }, { windowBits: 16 },
  { windowBits: 0 }, { windowBits: 8 }, { memLevel: 0 }, { memLevel: 10 }, { strategy: 5 }, { strategy: -1 }, { strategy: 'x' },
  { dictionary: 5 }, { dictionary: 'a' }, { dictionary: [1] }, { dictionary: new ArrayBuffer(3) },
  { chunkSize: 63 }, { chunkSize: 'a' }, { chunkSize: Infinity }, { chunkSize: NaN }, { flush: 6 }, { flush: 'a' },
  { finishFlush: 7 }, { fullFlush: 9 }, { maxOutputLength: 0 }, { maxOutputLength: 'a' }, { maxOutputLength: 2 ** 40 },
  { level: NaN }, { level: 1.5 }, { level: undefined }, { level: 10, chunkSize: 1 }, { strategy: 9, memLevel: 90 },
];
for (const options of wrong) {
  console.log(options);
  for (const create of ['createGzip', 'createInflate', 'createBrotliCompress']) {
    try {
      console.log(' ', create, zlib[create](options)._chunkSize);
    } catch (e) {
      console.log(' ', create, e.name, e.code, e.message);
    }
  }
}
