'use strict';

const crypto = require('crypto');
console.log(Object.keys(crypto).sort().join(' '));
console.log(Object.getOwnPropertyNames(crypto).sort().join(' '));
console.log(Object.keys(crypto).filter((name) => typeof crypto[name] !== 'function'));
for (const name of ['Hash', 'Hmac', 'Cipheriv', 'Decipheriv']) console.log(name, crypto[name].length, Object.keys(crypto[name].prototype).sort(), Object.getPrototypeOf(crypto[name]).name);
