console.log({ first: 'x'.repeat(20), second: 'y'.repeat(20), third: 'z' });
console.log({ first: 'x'.repeat(25), second: 'y'.repeat(25), third: 'z' });
console.log({ a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7, h: 8, i: 9, j: 10, k: 11 });
console.log({ a: { b: { c: 1 } }, d: 2 });
console.log({ outer: { inner: { value: 'x'.repeat(60) } } });
console.log([{ a: 1, b: { c: 2 } }, { d: [1, 2, { e: 3 }] }]);
