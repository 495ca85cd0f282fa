const util = require('util');
console.log(util.inspect([1, 2], { showHidden: true }), util.inspect(Object.defineProperty({ a: 1 }, 'b', { value: 2, enumerable: false }), { showHidden: true }));
console.log(util.inspect(new Set([1]), true), util.inspect(new Uint8Array(2), { showHidden: true }));
