const map = new Map([['a', 1], ['b', 2]]);
console.log(map.keys(), map.values(), map.entries(), new Set([1, 2]).values(), new Set(['x']).entries());
console.log([1, 2][Symbol.iterator](), 'ab'[Symbol.iterator](), 'aXbX'.matchAll(/X/g));
