// @file huge.csv 2GiB csv
'use strict';

const fs = require('fs');
let bytes = 0;
fs.createReadStream('huge.csv')
  .on('data', (chunk) => { bytes += chunk.length; })
  .on('end', () => console.log(bytes));
