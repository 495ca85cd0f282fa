'use strict';

const crypto = require('crypto');
const hash = crypto.createHash('md5');
hash.update('a');
hash.write('b');
console.log(hash.digest('hex'));
hash.on('data', (data) => console.log('data', data.toString('hex')));
hash.on('error', (error) => console.log('error', error.code));
hash.end();
hash.on('end', () => console.log('end'));
