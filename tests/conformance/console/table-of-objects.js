console.table([{ a: 1, b: 'x' }, { a: 2, c: true }]);
console.table([{ a: 1, b: 2 }, { a: 3, b: 4 }], ['b']);
