const { createRequire } = require('module');
const path = require('path');
const other = createRequire(path.join(__dirname, 'lib', 'anything.js'));
console.log(other('./part'));
