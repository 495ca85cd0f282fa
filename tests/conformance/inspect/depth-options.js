const util = require('util');
const deep = { a: { b: { c: { d: { e: 1 } } } }, list: [[[[1]]]] };
for (const depth of [-1, 0, 1, 3, null, Infinity]) console.log(depth, util.inspect(deep, { depth }));
console.log(util.inspect(deep, false, 0));
