console.table(new Map([['k1', 'v1'], ['k2', { deep: 1 }]]));
console.table(new Set(['a', 'b']));
console.table(new Map([['x', 1]]).entries());
