'use strict';

const crypto = require('crypto');
const attempt = (f) => {
  try {
    console.log(f());
  } catch (error) {
    console.log(error.name, error.code, error.message, error instanceof TypeError);
  }
};
for (const value of [undefined, null, 5, {}, Symbol('s'), () => {}]) attempt(() => crypto.createHash(value));
for (const value of [undefined, null, 5, {}, [], new ArrayBuffer(2), true]) attempt(() => crypto.createHash('md5').update(value));
const done = crypto.createHash('md5');
done.digest();
attempt(() => done.digest());
attempt(() => done.update('x'));
attempt(() => done.update(5));
attempt(() => crypto.Hash('sha1').digest('hex'));
attempt(() => new crypto.Hash('sha1').digest('hex'));
attempt(() => crypto.Hash());
