'use strict';

const crypto = require('crypto');
const attempt = (f) => {
  try {
    console.log(f().constructor.name);
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
};
const key = Buffer.alloc(16);
const iv = Buffer.alloc(16);
for (const create of [crypto.createCipheriv, crypto.createDecipheriv]) {
  for (const value of [null, undefined, 5, 'nope', '', 'aes-127']) attempt(() => create(value, key, iv));
  for (const value of [null, undefined, 5, {}, 'short', Buffer.alloc(17)]) attempt(() => create('aes-128-cbc', value, iv));
  for (const value of [null, undefined, 5, {}, 'short', Buffer.alloc(17)]) attempt(() => create('aes-128-cbc', key, value));
  for (const value of [Buffer.alloc(0), Buffer.alloc(1), Buffer.alloc(200), null]) attempt(() => create('aes-128-gcm', key, value));
  for (const value of [Buffer.alloc(0), Buffer.alloc(1), null]) attempt(() => create('aes-128-ecb', key, value));
  for (const authTagLength of [-1, 'x', 1.5, 3, 5, 12, 17, null, undefined]) attempt(() => create('aes-128-gcm', key, Buffer.alloc(12), { authTagLength }));
  for (const mode of ['ccm', 'ocb']) attempt(() => create(`aes-128-${mode}`, key, Buffer.alloc(12)));
  for (const authTagLength of [0, 3, 4, 17]) attempt(() => create('aes-128-ccm', key, Buffer.alloc(12), { authTagLength }));
  for (const length of [6, 7, 13, 14]) attempt(() => create('aes-128-ccm', key, Buffer.alloc(length), { authTagLength: 16 }));
  for (const length of [0, 11, 12, 13]) attempt(() => create('chacha20-poly1305', Buffer.alloc(32), Buffer.alloc(length)));
  attempt(() => create('aes-128-cbc', key, iv, { encoding: 5 }));
  attempt(() => create('aes-128-xts', Buffer.alloc(32), iv));
}
attempt(() => crypto.Cipheriv('aes-128-cbc', key, iv));
attempt(() => crypto.Decipheriv('aes-128-cbc', key, iv));
