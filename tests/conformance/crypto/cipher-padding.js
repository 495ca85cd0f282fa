'use strict';

const crypto = require('crypto');
const attempt = (f) => {
  try {
    console.log(f());
  } catch (error) {
    console.log(error.name, error.code, error.message, error.library, error.reason);
  }
};
const key = Buffer.from('S3c.r.e.t.K.e.Y!');
const iv = Buffer.from('blahFizz2011Buzz');
const seal = (text, pads) => {
  const cipher = crypto.createCipheriv('aes-128-cbc', key, iv);
  cipher.setAutoPadding(pads);
  return cipher.update(text, 'utf8', 'hex') + cipher.final('hex');
};
const open = (text, pads) => {
  const decipher = crypto.createDecipheriv('aes-128-cbc', key, iv);
  decipher.setAutoPadding(pads);
  return decipher.update(text, 'hex', 'latin1') + decipher.final('latin1');
};
const odd = 'Hello node world!';
const even = 'Hello node world!AbC09876dDeFgHi';
attempt(() => seal(odd, true));
attempt(() => seal(even, undefined));
attempt(() => seal(odd, false));
attempt(() => seal(even, false));
attempt(() => open(seal(odd, true), true));
attempt(() => open(seal(odd, true), false));
attempt(() => open(seal(even, false), false));
attempt(() => open(seal(even, false), true));
attempt(() => open(seal(odd, true).slice(2), true));
attempt(() => open('', true));
