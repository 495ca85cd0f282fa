'use strict';

const crypto = require('crypto');
const attempt = (f) => {
  try {
    console.log(f());
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
};
const nothing = () => {};
for (const options of [
  { N: 1 }, { N: 3 }, { N: 2 ** 16, p: 1, r: 1 }, { N: 2, p: 2 ** 30, r: 1 }, { N: 2 ** 20, p: 1, r: 8 }, { N: 2 ** 10, p: 1, r: 8, maxmem: 2 ** 20 },
  { N: 2, cost: 2 }, { r: 1, blockSize: 1 }, { p: 1, parallelization: 1 }, { N: 'a' }, { N: -1 }, { cost: 1.5 }, { maxmem: -1 }, { maxmem: 'x' }, { p: null }, { r: {} },
]) {
  attempt(() => crypto.scryptSync('pass', 'salt', 1, options));
  attempt(() => crypto.scrypt('pass', 'salt', 1, options, nothing));
}
for (const args of [[], [null], [''], ['', null], ['', ''], ['', '', null], ['', '', 0.42], ['', '', -42], ['', '', 2 ** 31]]) {
  attempt(() => crypto.scryptSync(...args));
  attempt(() => crypto.scrypt(...args));
}
for (const args of [['', '', 42, null], ['', '', 42, {}, null], ['', '', 42, {}], ['', '', 42, {}, {}]]) attempt(() => crypto.scrypt(...args));
