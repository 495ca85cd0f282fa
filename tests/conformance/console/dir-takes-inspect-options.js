const deep = { a: { b: { c: { d: 1 } } } };
console.dir(deep);
console.dir(deep, { depth: 0 });
console.dir(deep, { depth: null });
console.dir({ hidden: 1, toString() { return 'no'; } }, { showHidden: true });
