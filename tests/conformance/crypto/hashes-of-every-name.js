'use strict';

const crypto = require('crypto');
for (const name of crypto.getHashes()) console.log(name, crypto.createHash(name).update('abc').digest('hex'));
