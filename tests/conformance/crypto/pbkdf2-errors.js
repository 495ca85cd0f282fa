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
for (const [args] of [
  [['a', 'b', 1, 1]], [['a', 'b', 1, 1, 'nope']], [['a', 'b', 1, 1, 5]], [['a', 'b', 1, 1, null]], [['a', 'b', 0, 1, 'md5']], [['a', 'b', -1, 1, 'md5']],
  [['a', 'b', 1.5, 1, 'md5']], [['a', 'b', '1', 1, 'md5']], [['a', 'b', 2 ** 31, 1, 'md5']], [['a', 'b', 1, -1, 'md5']], [['a', 'b', 1, NaN, 'md5']],
  [['a', 'b', 1, Infinity, 'md5']], [['a', 'b', 1, 4073741824, 'md5']], [['a', 'b', 1, '1', 'md5']], [[1, 'b', 1, 1, 'md5']], [[null, 'b', 1, 1, 'md5']],
  [['a', 1, 1, 1, 'md5']], [['a', undefined, 1, 1, 'md5']], [['a', 'b', 1, 1, 'shake256']],
]) {
  attempt(() => crypto.pbkdf2Sync(...args));
  if (args[4] !== 'shake256') attempt(() => crypto.pbkdf2(...args, nothing));
}
attempt(() => crypto.pbkdf2('a', 'b', 1, 1, 'md5'));
attempt(() => crypto.pbkdf2('a', 'b', 1, 1, 'md5', 5));
attempt(() => crypto.pbkdf2('a', 'b', 1, 1, 'nope'));
crypto.pbkdf2('a', 'b', 1, 1, 'shake256', (error, key) => console.log(error.name, error.code, error.message, key));
