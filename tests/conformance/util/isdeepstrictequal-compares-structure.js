const { isDeepStrictEqual: same } = require('util');
console.log(same({ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }), same({ a: 1 }, { a: '1' }), same([1, , 2], [1, undefined, 2]), same(NaN, NaN), same(0, -0));
console.log(same(new Map([[{ k: 1 }, 'v']]), new Map([[{ k: 1 }, 'v']])), same(new Set([1, { a: 1 }]), new Set([{ a: 1 }, 1])), same(new Set([1]), new Set([2])));
console.log(same(new Date(0), new Date(0)), same(/a/g, /a/i), same(new Error('a'), new Error('a')), same(new Error('a'), new Error('b')), same([1], { 0: 1 }));
console.log(same(Object.create(null), {}), same(new (class A {})(), new (class B {})()), same(Buffer.from('a'), Buffer.from('a')), same(new Number(1), new Number(2)), same(Symbol.iterator, Symbol.iterator));
const a = {}; a.self = a; const b = {}; b.self = b; console.log(same(a, b), same({ [Symbol.for('x')]: 1 }, { [Symbol.for('x')]: 2 }));
