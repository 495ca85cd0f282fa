'use strict';

const crypto = require('crypto');
console.log(crypto.fips, crypto.getFips(), crypto.setFips(false), crypto.secureHeapUsed());
