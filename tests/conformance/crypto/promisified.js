'use strict';

const crypto = require('crypto');
const { promisify } = require('util');
const pbkdf2 = promisify(crypto.pbkdf2);
const scrypt = promisify(crypto.scrypt);
const randomBytes = promisify(crypto.randomBytes);
(async () => {
  console.log(await pbkdf2('p', 's', 10, 8, 'sha512'));
  console.log(await scrypt('p', 's', 8, { N: 16 }));
  console.log((await randomBytes(5)).length);
  console.log((await promisify(crypto.randomInt)(5)) < 5);
  await pbkdf2('p', 's', 10, 8, 'nope').catch((error) => console.log(error.code));
})();
console.log('asked');
