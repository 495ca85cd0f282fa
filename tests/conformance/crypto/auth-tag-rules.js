'use strict';

const crypto = require('crypto');
const attempt = (f) => {
  try {
    console.log(f());
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
};
const key = Buffer.alloc(16);
const decipher = (options) => crypto.createDecipheriv('aes-128-gcm', key, Buffer.alloc(12), options);
for (const length of [0, 1, 3, 4, 8, 11, 12, 13, 14, 15, 16, 17]) attempt(() => decipher().setAuthTag(Buffer.alloc(length)).constructor.name);
attempt(() => decipher({ authTagLength: 8 }).setAuthTag(Buffer.alloc(12)));
attempt(() => decipher({ authTagLength: 8 }).setAuthTag(Buffer.alloc(8)).constructor.name);
attempt(() => decipher().setAuthTag('00112233445566778899aabbccddeeff', 'hex').constructor.name);
attempt(() => decipher().setAuthTag(5));
attempt(() => decipher().setAuthTag(Buffer.alloc(16)).setAuthTag(Buffer.alloc(16)));
attempt(() => decipher().final());
attempt(() => { const d = decipher(); d.update('aa'); d.setAuthTag(Buffer.alloc(16)); return d.final(); });
attempt(() => { const d = decipher(); d.setAuthTag(Buffer.alloc(16)); d.update('aa'); return d.final(); });
attempt(() => { const d = crypto.createDecipheriv('aes-128-cbc', key, Buffer.alloc(16)); return d.setAuthTag(Buffer.alloc(16)); });
attempt(() => { const d = crypto.createDecipheriv('chacha20-poly1305', Buffer.alloc(32), Buffer.alloc(12), { authTagLength: 16 }); d.update('a'); return d.final(); });
attempt(() => { const c = crypto.createCipheriv('aes-128-gcm', key, Buffer.alloc(12)); c.final(); return [c.getAuthTag(), c.getAuthTag()]; });
attempt(() => { const c = crypto.createCipheriv('aes-128-gcm', key, Buffer.alloc(12)); c.final(); return c.setAAD(Buffer.alloc(2)); });
