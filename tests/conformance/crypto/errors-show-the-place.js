'use strict';

const { createHash, createHmac, pbkdf2Sync, randomInt, createCipheriv, timingSafeEqual, scryptSync, hkdfSync, randomBytes } = require('crypto');
const crypto = require('crypto');
const key = Buffer.alloc(16);
const place = (f) => {
  try {
    f();
  } catch (error) {
    console.log(error.stack.split('\n').filter((line) => line.includes(__filename) || !line.startsWith('    at')).slice(0, 3).join('\n'));
  }
};
place(() => createHash('nope'));
place(() => crypto.createHash(1));
place(() => createHash('md5').update(1));
place(() => createHmac('md5', 1));
place(() => pbkdf2Sync('a', 'b', 1, 1));
place(() => scryptSync('a', 'b', -1));
place(() => hkdfSync('a', 'b'));
place(() => randomInt(5, 5));
place(() => randomBytes(-1));
place(() => timingSafeEqual(1, 1));
place(() => createCipheriv('aes-128-cbc', key, 'v'));
place(() => crypto.createDecipheriv('aes-128-gcm', key, key).final());
