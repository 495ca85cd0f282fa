'use strict';

process.env.UV_THREADPOOL_SIZE = '1';
const crypto = require('crypto');
crypto.pbkdf2('p', 's', 50000, 8, 'sha512', () => console.log('slow'));
crypto.pbkdf2('p', 's', 1, 8, 'sha512', () => console.log('quick'));
crypto.randomBytes(8, () => console.log('random'));
crypto.scrypt('p', 's', 8, { N: 16 }, () => console.log('scrypt'));
crypto.hkdf('sha1', 'k', 's', 'i', 8, () => console.log('hkdf'));
crypto.webcrypto.subtle.digest('SHA-1', Buffer.alloc(1)).then(() => console.log('digest'));
