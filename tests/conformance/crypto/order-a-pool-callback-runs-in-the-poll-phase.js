'use strict';

const crypto = require('crypto');
crypto.pbkdf2('p', 's', 1, 8, 'sha1', () => {
  console.log('callback');
  setTimeout(() => console.log('timeout'), 0);
  setImmediate(() => console.log('immediate'));
  process.nextTick(() => console.log('tick'));
  Promise.resolve().then(() => console.log('job'));
});
process.nextTick(() => console.log('first tick'));
Promise.resolve().then(() => console.log('first job'));
console.log('script');
