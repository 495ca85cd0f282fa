const { format } = require('util');
console.log(format('%s %s', 'a'), format('%s', null, undefined), format('%d', '42', 'x'), format('%i', 42.9), format('%f', '1.5px'));
console.log(format('%j', { toJSON() { return 'json'; } }), format('%j', { a: 1n === 2n }), format('%%'), format('%x', 1));
console.log(format('%o', { f() {} }));
console.log(format('%O', { f() {} }), format('%s', () => {}), format('%s', class A {}), format('%s', Symbol('q')), format('%s', -0), format('%s', 5n));
console.log(format('%d', 5n), format('%i', 'x'), format('%d', {}), format('%s', [1, [2, [3]]]), format('%s', { a: { b: { c: 1 } } }));
console.log(format(1, 2, '3'), format('a', 'b', { c: 1 }), format(), format('%s'), format('%s', 'a', 'b'));
const loop = {}; loop.self = loop; console.log(format('%j', loop));
