'use strict';

const crypto = require('crypto');
setImmediate(() => console.log('immediate'));
setTimeout(() => console.log('timeout'), 1);
crypto.pbkdf2Sync('p', 's', 20000, 64, 'sha512');
console.log('script');
