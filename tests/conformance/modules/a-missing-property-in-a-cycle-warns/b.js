const a = require('./a');
console.log('b reads', a.fromA);
module.exports = 'b';
