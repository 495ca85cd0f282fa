console.table([[1, 2], [3, 4, 5]]);
console.table(['apple', 'pear']);
console.table([1, { a: 2 }, [3]]);
console.table([]);
