'use strict';

const crypto = require('crypto');
const of = (...args) => crypto.createHash('sha1').update(...args).digest('hex');
for (const encoding of ['utf8', 'latin1', 'hex', 'base64', 'ucs2', 'ascii', 'nope', 'buffer', undefined, null]) {
  console.log(encoding, of('c3a9', encoding), of('\u00e9\u20ac', encoding === 'hex' ? 'utf8' : encoding));
}
console.log(of(new Uint8Array([1, 2])), of(new Uint16Array([1, 2])), of(new DataView(new ArrayBuffer(3), 1)), of(Buffer.from('abc').subarray(1)));
console.log(of(new Float64Array([1.5])), of(Buffer.alloc(0)), of(''));
try {
  of('abc', 'hex');
} catch (error) {
  console.log(error.name, error.code, error.message);
}
