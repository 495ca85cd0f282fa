'use strict';

const crypto = require('crypto');
const isFilled = (view) => new Uint8Array(view.buffer ?? view).some((byte) => byte !== 0);
console.log(crypto.randomBytes(0), crypto.randomBytes(16).length, crypto.randomBytes(101.2).length, Buffer.isBuffer(crypto.randomBytes(8)));
for (const memory of [Buffer.alloc(100), new Uint16Array(50), new Float64Array(10), new DataView(new ArrayBuffer(64)), new ArrayBuffer(64), new SharedArrayBuffer(64), new BigInt64Array(8)]) {
  console.log(crypto.randomFillSync(memory) === memory, isFilled(memory));
}
const part = crypto.randomFillSync(Buffer.alloc(40), 8, 24);
console.log(part.subarray(0, 8), part.subarray(32), isFilled(Uint8Array.from(part.subarray(8, 32))));
const words = crypto.randomFillSync(new Uint32Array(20), 2, 16);
console.log(words.subarray(0, 2), words.subarray(18), words.subarray(2, 18).some((word) => word > 0));
console.log(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(crypto.randomUUID()), crypto.randomUUID() !== crypto.randomUUID());
console.log(crypto.randomUUID({ disableEntropyCache: true }).length, crypto.webcrypto.randomUUID().length);
const numbers = Array.from({ length: 200 }, () => crypto.randomInt(3));
console.log([...new Set(numbers)].sort());
console.log([...new Set(Array.from({ length: 200 }, () => crypto.randomInt(-10, -8)))].sort(), crypto.randomInt(5, 6), crypto.randomInt(1));
console.log(crypto.prng === crypto.rng, Object.keys(crypto).includes('prng'));
