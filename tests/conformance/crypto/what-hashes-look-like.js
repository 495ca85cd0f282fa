'use strict';

const crypto = require('crypto');
console.log(crypto.createHash('md5'), crypto.createHmac('md5', 'key'), crypto.createHash('shake128', { outputLength: 4 }));
console.log(crypto.createCipheriv('aes-128-cbc', Buffer.alloc(16), Buffer.alloc(16)));
console.log(crypto.createDecipheriv('aes-128-gcm', Buffer.alloc(16), Buffer.alloc(12), { authTagLength: 8 }));
console.log(crypto.createSecretKey(Buffer.from('secret')), crypto.webcrypto, crypto.subtle);
console.log(Object.keys(crypto.createHash('md5')), Object.keys(crypto.createHash('md5').end() && crypto.createHash('md5')));
