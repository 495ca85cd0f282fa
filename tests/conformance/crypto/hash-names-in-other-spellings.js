'use strict';

const crypto = require('crypto');
for (const name of ['SHA256', 'sha-256', 'SHA2-256', '2.16.840.1.101.3.4.2.1', 'Sha512', 'RSA-SHA256', 'SHAKE-128', 'blake2b-512',
                    'keccak-256', 'null', '', ' sha256', 'sha1;', 'undef']) {
  try {
    console.log(name, crypto.createHash(name).update('a').digest('hex'));
  } catch (error) {
    console.log(name, error.message, { ...error });
  }
}
