console.log(Array.from({ length: 27 }, (_, i) => i));
console.log(Array.from({ length: 10 }, (_, i) => i * 1000 - 4000));
console.log(Array.from({ length: 7 }, (_, i) => i / 3));
console.log([1, 2, 3, 4, 5, 6]);
console.log([1, 2, 3, 4, 5, 6, 7]);
