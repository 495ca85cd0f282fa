const b = require('./b');
exports.fromA = 1;
console.log('a got', b);
