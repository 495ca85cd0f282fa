'use strict';

const crypto = require('crypto');
const attempt = (f) => {
  try {
    console.log(f());
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
};
for (const name of ['AES-256-CBC', 'id-aes256-GCM', 'rc4', 'des-cbc', 'nope', 419, 99999, 0, -1]) attempt(() => crypto.getCipherInfo(name));
attempt(() => crypto.getCipherInfo('aes-128-cbc', { keyLength: 5 }));
attempt(() => crypto.getCipherInfo('aes-128-cbc', { keyLength: 16, ivLength: 16 }));
attempt(() => crypto.getCipherInfo('aes-128-cbc', { ivLength: 12 }));
attempt(() => crypto.getCipherInfo('aes-128-gcm', { ivLength: 5 }));
attempt(() => crypto.getCipherInfo('aes-128-ccm', { ivLength: 1 }));
attempt(() => crypto.getCipherInfo('aes-128-ccm', { ivLength: 13 }));
attempt(() => crypto.getCipherInfo('aes-128-cbc', { keyLength: 'x' }));
for (const value of [undefined, null, {}, 1.5]) attempt(() => crypto.getCipherInfo(value));
attempt(() => crypto.getCipherInfo('aes-128-cbc', 5));
