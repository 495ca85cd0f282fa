const util = require('util');
console.log(util.inspect([1, 2, 3, 4], { maxArrayLength: 2 }), util.inspect(new Map([[1, 1], [2, 2]]), { maxArrayLength: 1 }), util.inspect([1], { maxArrayLength: 0 }));
console.log(util.inspect({ c: 1, a: 2, b: { z: 1, y: 2 } }, { sorted: true }), util.inspect({ a: 1, b: 2 }, { sorted: (x, y) => (x < y ? 1 : -1) }));
console.log(util.inspect(1234567.891, { numericSeparator: true }), util.inspect([123456n, -1234.5678], { numericSeparator: true }));
console.log(util.inspect('text', { maxStringLength: 0 }), util.inspect(['abcdef'], { maxStringLength: 3 }));
