'use strict';

const crypto = require('crypto');
const cases = [
  ['sha256', 'secret', 'salt', 'info', 10], ['sha256', '', '', '', 10], ['sha512', 'secret', 'salt', '', 15], ['sha512', 'key', '', 'info', 300], ['md5', 'k', 's', 'i', 0],
  ['sha1', Buffer.from('k'), new Uint16Array(3), new DataView(new ArrayBuffer(2)), 21], ['sha256', crypto.createSecretKey(Buffer.from('k')), '', new SharedArrayBuffer(1), 40],
  ['sha3-512', new ArrayBuffer(9), 's', Buffer.alloc(1024), 64],
];
for (const args of cases) console.log(crypto.hkdfSync(...args));
process.env.UV_THREADPOOL_SIZE = '1';
for (const args of cases) crypto.hkdf(...args, (error, key) => console.log(error, Buffer.from(key).toString('hex')));
