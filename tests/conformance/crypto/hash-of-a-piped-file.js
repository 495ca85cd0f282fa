'use strict';

const crypto = require('crypto');
const fs = require('fs');
fs.createReadStream(__filename).pipe(crypto.createHash('md5')).on('data', (digest) => {
  console.log(digest.toString('hex') === crypto.createHash('md5').update(fs.readFileSync(__filename)).digest('hex'));
}).on('end', () => console.log('end')).on('close', () => console.log('close'));
