'use strict';

const crypto = require('crypto');
for (const [name, outputLength] of [['shake128', 0], ['shake128', 5], ['shake128', 16], ['shake256', 100], ['shake128', undefined], ['sha256', 32],
                                    ['sha256', 16], ['md5', 0], ['shake128', -1], ['shake128', 'a'], ['shake128', 1.5], ['shake128', null],
                                    ['shake128', 2 ** 32]]) {
  try {
    console.log(name, outputLength, crypto.createHash(name, { outputLength }).update('abc').digest('hex'));
  } catch (error) {
    console.log(name, outputLength, error.name, error.message, error.code, error.library, error.reason);
  }
}
