const source = { date: new Date(0), map: new Map([['k', { v: 1 }]]), set: new Set([1]), list: [1, , 3], re: /x/gi, bytes: new Uint8Array([1, 2]), nested: { u: undefined, n: null, big: 1n }, error: new TypeError('t') };
source.self = source;
const copy = structuredClone(source);
console.log(copy !== source, copy.self === copy, copy.map.get('k') !== source.map.get('k'), copy.date, copy.map, copy.set, copy.list, copy.re, copy.bytes, copy.nested);
console.log(copy.error instanceof TypeError, copy.error.message);
class Point { constructor() { this.x = 1; } get double() { return 2; } }
console.log(structuredClone(new Point()), structuredClone(Object.create({ inherited: 1 })), structuredClone({ get a() { return 5; } }));
