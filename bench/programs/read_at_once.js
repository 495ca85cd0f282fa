// @file huge.csv 2047MiB csv
'use strict';

console.log(require('fs').readFileSync('huge.csv').length);
