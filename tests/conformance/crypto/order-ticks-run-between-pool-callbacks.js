'use strict';

process.env.UV_THREADPOOL_SIZE = '1';
const crypto = require('crypto');
for (let i = 1; i <= 3; i++) {
  crypto.pbkdf2('p', 's', 1, 8, 'sha1', () => {
    console.log('callback', i);
    process.nextTick(() => console.log('tick', i));
    Promise.resolve().then(() => console.log('job', i));
    setImmediate(() => console.log('immediate', i));
  });
}
crypto.pbkdf2Sync('p', 's', 50000, 64, 'sha512');
