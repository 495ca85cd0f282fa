const util = require('util');
const value = { a: { b: 1, c: [1, 2, 3] }, d: 'text' };
for (const compact of [true, false, 1, 0]) console.log(util.inspect(value, { compact }));
console.log(util.inspect(value, { breakLength: 20 }));
console.log(util.inspect({ long: Array.from({ length: 40 }, (_, i) => i) }, { breakLength: Infinity }));
console.log(util.inspect({ long: Array.from({ length: 40 }, (_, i) => i) }, { breakLength: 120 }));
