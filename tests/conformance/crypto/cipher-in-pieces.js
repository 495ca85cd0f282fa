'use strict';

const crypto = require('crypto');
const key = Buffer.alloc(32, 'k');
const iv = Buffer.alloc(16, 'i');
for (const name of ['aes-256-cbc', 'aes-256-ctr', 'aes-256-cfb8']) {
  const cipher = crypto.createCipheriv(name, key, iv);
  for (const piece of ['a', 'bcdefghijklmno', 'pqr', '', 'x'.repeat(40)]) console.log(cipher.update(piece));
  console.log(cipher.final());
}
const hex = crypto.createCipheriv('aes-256-cbc', key, iv);
console.log([hex.update('some text of ', 'utf8', 'base64'), hex.update('more than a block', 'utf8', 'base64'), hex.final('base64')]);
const bytes = crypto.createDecipheriv('aes-256-cbc', key, iv);
console.log(bytes.update(Buffer.from('6cb3f2d1a1', 'hex'), null, 'buffer'));
