'use strict';

const crypto = require('crypto');
const key = Buffer.alloc(32, 7);
for (const [name, options] of [['aes-256-gcm'], ['aes-256-gcm', { authTagLength: 4 }], ['aes-256-ccm', { authTagLength: 10 }], ['aes-256-ocb', { authTagLength: 16 }],
                               ['chacha20-poly1305', { authTagLength: 16 }], ['chacha20-poly1305']]) {
  const iv = Buffer.alloc(12, 3);
  const cipher = crypto.createCipheriv(name, key, iv, options);
  console.log(cipher.setAAD(Buffer.from('header'), { plaintextLength: 10 }) === cipher);
  console.log(name, cipher.update('plain text', 'utf8', 'hex'), cipher.final('hex'), cipher.getAuthTag());
  for (const spoiled of [false, true]) {
    const decipher = crypto.createDecipheriv(name, key, iv, options);
    const tag = Buffer.from(cipher.getAuthTag());
    if (spoiled) tag[0] ^= 1;
    decipher.setAuthTag(tag);
    decipher.setAAD(Buffer.from('header'), { plaintextLength: 10 });
    const again = crypto.createCipheriv(name, key, iv, options);
    again.setAAD(Buffer.from('header'), { plaintextLength: 10 });
    const sealed = again.update('plain text');
    const rest = again.final();
    const first = decipher.update(Buffer.concat([sealed, rest]), null, 'utf8');
    try {
      console.log(first + decipher.final('utf8'));
    } catch (error) {
      console.log(error.name, error.code, error.message);
    }
  }
}
