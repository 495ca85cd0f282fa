console.table([{ name: 'a longer value', n: 1 }, { name: 'b', n: 12345 }]);
console.table([{ inner: { a: 1 }, list: [1, 2], fn() {}, undef: undefined }]);
