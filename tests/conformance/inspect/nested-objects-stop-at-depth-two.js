console.log({ a: { b: { c: { d: 1 } } } });
console.log([[[[1]]]]);
console.log({ a: { b: { c: {} } } }, { a: { b: { c: [] } } }, { m: new Map([[{ a: { b: {} } }, { c: { d: {} } }]]) });
