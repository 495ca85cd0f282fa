'use strict';

const crypto = require('crypto');
const whole = crypto.createHash('sha512').update('one two three').digest('hex');
const pieces = crypto.createHash('sha512').update('one').update(Buffer.from(' two')).update(' three', 'latin1').digest('hex');
console.log(whole === pieces, whole);
const long = crypto.createHash('sha256');
for (let i = 0; i < 1000; i++) long.update(`${i},`);
console.log(long.digest('base64'));
