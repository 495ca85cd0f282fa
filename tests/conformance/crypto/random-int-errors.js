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
for (const value of ['10', true, NaN, null, {}, [], undefined, 1.5, 2 ** 53]) {
  attempt(() => crypto.randomInt(value, 100));
  attempt(() => crypto.randomInt(value));
  attempt(() => crypto.randomInt(0, value));
  attempt(() => crypto.randomInt(value, nothing));
}
for (const args of [[0], [1, 1], [3, 2], [-5, -5], [11, -10], [1, 2 ** 48 + 1], [2 ** 48], [2 ** 48 - 1], [1, 2 ** 48]]) {
  attempt(() => crypto.randomInt(...args));
  attempt(() => crypto.randomInt(...args, nothing));
}
for (const value of [true, null, {}, 10]) attempt(() => crypto.randomInt(0, 1, value));
