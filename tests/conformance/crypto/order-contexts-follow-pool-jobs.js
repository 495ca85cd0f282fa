'use strict';

process.env.UV_THREADPOOL_SIZE = '1';
const crypto = require('crypto');
const { AsyncLocalStorage } = require('async_hooks');
const storage = new AsyncLocalStorage();
for (const name of ['a', 'b']) {
  storage.run(name, () => {
    crypto.pbkdf2('p', 's', 1, 8, 'sha1', () => console.log('pbkdf2', storage.getStore()));
    crypto.scrypt('p', 's', 8, { N: 2 }, () => console.log('scrypt', storage.getStore()));
    crypto.randomBytes(4, () => console.log('randomBytes', storage.getStore()));
    crypto.webcrypto.subtle.digest('SHA-1', Buffer.alloc(1)).then(() => console.log('digest', storage.getStore()));
  });
}
console.log(storage.getStore());
