'use strict';

const crypto = require('crypto');
const attempt = (f) => {
  try {
    console.log(typeof f());
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
};
const nothing = () => {};
for (const value of [undefined, null, false, {}, [], '1', -1, NaN, 2 ** 31, 2 ** 32]) {
  attempt(() => crypto.randomBytes(value));
  attempt(() => crypto.randomBytes(value, nothing));
}
for (const value of [1, null, {}, 'x']) attempt(() => crypto.randomBytes(1, value));
for (const value of [1, true, null, undefined, {}, [], 'x']) {
  attempt(() => crypto.randomFillSync(value));
  attempt(() => crypto.randomFill(value, nothing));
  attempt(() => crypto.randomFill(Buffer.alloc(10), 0, 10, value));
}
for (const value of ['x', NaN, -10, 11, 2 ** 31, null]) {
  attempt(() => crypto.randomFillSync(Buffer.alloc(10), value));
  attempt(() => crypto.randomFillSync(Buffer.alloc(10), 1, value));
  attempt(() => crypto.randomFill(Buffer.alloc(10), value, nothing));
  attempt(() => crypto.randomFill(Buffer.alloc(10), 1, value, nothing));
}
attempt(() => crypto.randomFillSync(Buffer.alloc(10), 1, 10));
attempt(() => crypto.randomFillSync(new Uint16Array(10), 11));
for (const value of [5, null, 'x', () => {}, []]) attempt(() => crypto.randomUUID(value));
attempt(() => crypto.randomUUID({ disableEntropyCache: 5 }));
