'use strict';

const crypto = require('crypto');
const attempt = (f) => {
  try {
    console.log(f());
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
};
const { timingSafeEqual } = crypto;
attempt(() => timingSafeEqual(Buffer.from('foo'), Buffer.from('foo')));
attempt(() => timingSafeEqual(Buffer.from('foo'), Buffer.from('bar')));
attempt(() => timingSafeEqual(Buffer.alloc(0), Buffer.alloc(0)));
attempt(() => timingSafeEqual(new Uint16Array([1, 2]), new Uint8Array([1, 0, 2, 0])));
attempt(() => timingSafeEqual(new Uint8Array([1, 2]).buffer, new DataView(new Uint8Array([1, 2]).buffer)));
attempt(() => timingSafeEqual(Buffer.alloc(1), Buffer.alloc(2)));
for (const value of ['a', 5, null, undefined, {}]) {
  attempt(() => timingSafeEqual(value, Buffer.alloc(2)));
  attempt(() => timingSafeEqual(Buffer.alloc(2), value));
}
