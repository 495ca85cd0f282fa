'use strict';

const crypto = require('crypto');
for (const name of ['md4', 'whirlpool']) {
  try {
    crypto.createHash(name);
  } catch (error) {
    console.log(error.message, error.code, error.library, error.reason, error.opensslErrorStack);
  }
}
