'use strict';

const crypto = require('crypto');
const attempt = (f) => {
  try {
    console.log(f());
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
};
const cipher = (n = 13) => crypto.createCipheriv('aes-128-ccm', Buffer.alloc(16), Buffer.alloc(n), { authTagLength: 16 });
attempt(() => cipher().setAAD(Buffer.from('a')));
attempt(() => cipher().setAAD(Buffer.from('a'), { plaintextLength: 70000 }));
attempt(() => cipher().setAAD(Buffer.from('a'), { plaintextLength: 'x' }));
attempt(() => cipher().setAAD(Buffer.from('a'), { plaintextLength: -1 }));
attempt(() => cipher().setAAD('616263', { plaintextLength: 3, encoding: 'hex' }).update('abc', 'utf8', 'hex'));
attempt(() => cipher().update(Buffer.alloc(65536)));
attempt(() => cipher(12).update(Buffer.alloc(65536)).length);
attempt(() => {
  const decipher = crypto.createDecipheriv('aes-128-ccm', Buffer.alloc(16), Buffer.alloc(13), { authTagLength: 16 });
  decipher.setAuthTag(Buffer.alloc(16));
  console.log(decipher.update('abc', 'utf8', 'hex'));
  return decipher.final();
});
