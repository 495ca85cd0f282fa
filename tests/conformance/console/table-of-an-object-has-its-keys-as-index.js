console.table({ first: { x: 1, y: 2 }, second: { x: 3 } });
console.table({ a: 1, b: 'two' });
