'use strict';

const crypto = require('crypto');
const attempt = (f) => {
  try {
    console.log(f());
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
};
attempt(() => crypto.generateKeySync('aes', { length: 128 }).symmetricKeySize);
attempt(() => crypto.generateKeySync('hmac', { length: 12 }).symmetricKeySize);
attempt(() => crypto.generateKeySync('aes', { length: 127 }));
attempt(() => crypto.generateKeySync('hmac', { length: 4 }));
attempt(() => crypto.generateKeySync('hmac', { length: 'x' }));
attempt(() => crypto.generateKeySync('x', { length: 12 }));
attempt(() => crypto.generateKeySync('aes'));
attempt(() => crypto.generateKeySync(5));
attempt(() => crypto.generateKey('aes', { length: 128 }));
crypto.generateKey('aes', { length: 256 }, (error, key) => console.log(error, key.symmetricKeySize, key.type));
