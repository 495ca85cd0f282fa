console.log('main');
const first = require('./helper');
const second = require('./helper.js');
console.log(first === second, first.count());
