'use strict';

const crypto = require('crypto');
const cases = [
  ['', '', 64, { N: 16, p: 1, r: 1 }], ['password', 'NaCl', 64, { N: 1024, p: 16, r: 8 }], ['pleaseletmein', 'SodiumChloride', 64, { cost: 16384, parallelization: 1, blockSize: 8 }],
  ['', '', 0, { N: 16, p: 1, r: 1 }], ['p', 's', 10], ['p', 's', 10, undefined], ['p', 's', 10, { N: 0, r: 0, p: 0, maxmem: 0 }], [Buffer.from('p'), new Uint8Array(3), 5, { N: 4 }],
];
for (const args of cases) console.log(crypto.scryptSync(...args));
process.env.UV_THREADPOOL_SIZE = '1';
for (const args of cases) {
  if (args[3] !== undefined || args.length === 3) crypto.scrypt(...args, (error, key) => console.log(error, key.toString('hex')));
}
