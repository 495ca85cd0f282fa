'use strict';

const { crc32 } = require('zlib');
console.log(crc32(''), crc32('hello'), crc32('hello', 0), crc32(Buffer.from('hello')), crc32('Grüße'));
console.log(crc32('lo', crc32('hel')), crc32(new Uint16Array([1, 2])), crc32(new DataView(new ArrayBuffer(3), 1)), crc32('a', 4294967295));
for (const args of [[], [5], [new ArrayBuffer(2)], ['a', -1], ['a', 'x'], ['a', 2 ** 32], ['a', 1.5], ['a', null]]) {
  try {
    console.log(crc32(...args));
  } catch (e) {
    console.log(e.name, e.code, e.message);
  }
}
