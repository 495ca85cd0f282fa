'use strict';

const crypto = require('crypto');
const cases = [
  ['password', 'salt', 1, 20, 'sha1'], ['password', 'salt', 2, 20, 'sha256'], ['password', 'salt', 4096, 20, 'sha512'],
  ['passwordPASSWORDpassword', 'saltSALTsaltSALTsaltSALTsaltSALTsalt', 4096, 25, 'sha256'], ['pass\0word', 'sa\0lt', 4096, 16, 'md5'],
  ['', '', 1, 32, 'sha256'], ['p', 's', 3, 0, 'sha1'], ['p', 's', 3, 200, 'sha3-256'], ['p', 's', 3, 65, 'blake2b512'], ['p', 's', 3, 10, 'SHA-384'],
  [Buffer.from('p'), new Uint8Array([1, 2]), 10, 10, 'ripemd160'], [new ArrayBuffer(3), new DataView(new ArrayBuffer(2)), 10, 10, 'sm3'],
  [new SharedArrayBuffer(2), new Float32Array(2), 10, 10, 'sha224'],
];
for (const args of cases) console.log(crypto.pbkdf2Sync(...args).toString('hex'));
process.env.UV_THREADPOOL_SIZE = '1';
for (const args of cases) crypto.pbkdf2(...args, (error, key) => console.log(error, key));
