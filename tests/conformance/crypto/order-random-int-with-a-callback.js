'use strict';

const crypto = require('crypto');
crypto.randomInt(5, () => {
  console.log('first');
  crypto.randomInt(5, () => console.log('from the supply'));
  setImmediate(() => console.log('immediate'));
  process.nextTick(() => console.log('tick'));
});
console.log('script');
