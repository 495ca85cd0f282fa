'use strict';

const crypto = require('crypto');
for (const [name, key, iv, text] of [
  ['aes128-wrap', 'b26f309fbe57e9b3bb6ae5ef31d54450', '3fd838af4093d749', '12345678123456781234567812345678'],
  ['id-aes128-wrap-pad', 'b26f309fbe57e9b3bb6ae5ef31d54450', '3fd838af', '12345678123456781234567812345678123'],
  ['aes256-wrap', 'b26f309fbe57e9b3bb6ae5ef31d54450b26f309fbe57e9b3bb6ae5ef31d54450', '3fd838af4093d749', '12345678123456781234567812345678'],
]) {
  const cipher = crypto.createCipheriv(name, Buffer.from(key, 'hex'), Buffer.from(iv, 'hex'));
  const sealed = cipher.update(text);
  console.log(sealed, cipher.final());
  const decipher = crypto.createDecipheriv(name, Buffer.from(key, 'hex'), Buffer.from(iv, 'hex'));
  console.log(decipher.update(sealed, null, 'utf8'), decipher.final('utf8'));
  try {
    crypto.createDecipheriv(name, Buffer.from(key, 'hex'), Buffer.from(iv, 'hex')).update(Buffer.alloc(24));
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}
