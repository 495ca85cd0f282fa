'use strict';

const crypto = require('crypto');
console.log('before');
function hashIt(name) {
  return crypto.createHash(name).update('x').digest('hex');
}
hashIt('nope');
