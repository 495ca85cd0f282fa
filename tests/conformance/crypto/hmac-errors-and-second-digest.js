'use strict';

const crypto = require('crypto');
const attempt = (f) => {
  try {
    console.log(f());
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
};
for (const value of [null, undefined, 5]) attempt(() => crypto.createHmac(value, 'k'));
for (const value of [null, undefined, 5, {}, []]) attempt(() => crypto.createHmac('md5', value));
attempt(() => crypto.createHmac('nope', 'k'));
attempt(() => crypto.createHmac('md5', 'k', { encoding: 5 }));
attempt(() => crypto.createHmac('md5', 'k').update(5));
attempt(() => crypto.createHmac('md5', 'k').update('abc', 'hex'));
const hmac = crypto.createHmac('md5', 'k').update('a');
attempt(() => hmac.digest('hex'));
attempt(() => hmac.digest('hex'));
attempt(() => hmac.digest());
attempt(() => hmac.digest('buffer'));
attempt(() => hmac.update('x'));
attempt(() => crypto.Hmac('sha1', 'k').digest('hex'));
