'use strict';

const crypto = require('crypto');
const attempt = (f) => {
  try {
    console.log(f());
  } catch (error) {
    console.log(error.name, error.code, error.message.split('\n')[0]);
  }
};
const cipher = (name = 'aes-128-cbc', n = 16) => crypto.createCipheriv(name, Buffer.alloc(16), Buffer.alloc(n));
for (const value of [undefined, null, 5, {}, new ArrayBuffer(2)]) attempt(() => cipher().update(value));
attempt(() => cipher().update('abc', 'hex'));
const done = cipher();
attempt(() => done.final('hex'));
attempt(() => done.final());
attempt(() => done.update('a'));
attempt(() => done.setAutoPadding());
attempt(() => cipher().getAuthTag());
attempt(() => cipher().setAAD(Buffer.alloc(1)));
attempt(() => cipher('aes-128-gcm').getAuthTag());
attempt(() => cipher('aes-128-gcm').setAAD(5));
attempt(() => cipher('aes-128-gcm').setAuthTag);
const mixed = cipher();
attempt(() => mixed.update('a', 'utf8', 'hex'));
attempt(() => mixed.update('a', 'utf8', 'latin1'));
attempt(() => mixed.update('a', 'utf8', 'nope'));
attempt(() => cipher().update('a', 'utf8', 'nope'));
