const { deprecate } = require('util');
const old = deprecate((a, b) => a + b, 'old() is out of date', 'DEP_TEST');
console.log(old(1, 2), old(3, 4));
const other = deprecate(() => 'other', 'same code', 'DEP_TEST');
console.log(other());
