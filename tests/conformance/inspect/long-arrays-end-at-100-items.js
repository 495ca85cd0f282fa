console.log(Array.from({ length: 103 }, (_, i) => i));
console.log(new Array(101).fill('ab'));
console.log(new Set(Array.from({ length: 102 }, (_, i) => i)));
