'use strict';

const crypto = require('crypto');
process.on('exit', (code) => console.log('exit', code));
setTimeout(() => console.log('never'), 1000);
crypto.pbkdf2('p', 's', 1, 8, 'sha1', (error, key) => {
  console.log(key.length);
  throw new Error('in the callback');
});
