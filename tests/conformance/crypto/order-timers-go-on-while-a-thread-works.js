'use strict';

const crypto = require('crypto');
let ticks = 0;
const interval = setInterval(() => ticks++, 5);
crypto.pbkdf2('p', 's', 200000, 64, 'sha512', () => {
  clearInterval(interval);
  console.log('ticked meanwhile', ticks > 5);
  let late = 0;
  const other = setInterval(() => late++, 5);
  crypto.pbkdf2Sync('p', 's', 200000, 64, 'sha512');
  console.log('ticked meanwhile', late);
  setTimeout(() => {
    console.log('and once for all that was missed', late);
    clearInterval(other);
  }, 0);
});
