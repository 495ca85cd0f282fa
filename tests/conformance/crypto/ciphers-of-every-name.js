'use strict';

const crypto = require('crypto');
console.log(crypto.getCiphers().join(' '));
for (const name of crypto.getCiphers()) console.log(crypto.getCipherInfo(name));
