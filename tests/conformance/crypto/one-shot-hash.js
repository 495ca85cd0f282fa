'use strict';

const crypto = require('crypto');
const attempt = (f) => {
  try {
    console.log(f());
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
};
attempt(() => crypto.hash('md5', 'a'));
attempt(() => crypto.hash('md5', 'a', 'buffer'));
attempt(() => crypto.hash('md5', 'a', 'base64'));
attempt(() => crypto.hash('sha256', new Uint8Array([1, 2, 3])));
attempt(() => crypto.hash('sha1', 'a', undefined));
for (const value of [5, null, {}, undefined]) attempt(() => crypto.hash('md5', value));
for (const value of [5, null, {}]) attempt(() => crypto.hash(value, 'a'));
for (const value of ['zz', 5, {}, null]) attempt(() => crypto.hash('md5', 'a', value));
attempt(() => crypto.hash('nope', 'a'));
