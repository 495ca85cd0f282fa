'use strict';

const crypto = require('crypto');
for (const name of crypto.getHashes()) {
  try {
    console.log(name, crypto.createHmac(name, 'the key').update('the data').digest('hex'));
  } catch (error) {
    console.log(name, error.name, error.message);
  }
}
