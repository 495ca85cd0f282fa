'use strict';

const crypto = require('crypto');
const hash = crypto.createHash('sha256').update('one');
const copy = hash.copy();
hash.update('two');
copy.update('three');
console.log(hash.digest('hex'));
console.log(copy.digest('hex'));
const shake = crypto.createHash('shake256', { outputLength: 8 }).update('x');
console.log(shake.copy({ outputLength: 20 }).digest('hex'), shake.copy().digest('hex'), shake.digest('hex'));
try {
  hash.copy();
} catch (error) {
  console.log(error.code, error.message);
}
