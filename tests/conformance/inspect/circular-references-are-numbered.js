const a = { name: 'a' }; a.self = a;
console.log(a);
const b = { name: 'b', a }; a.b = b; b.list = [a, b, { b }];
console.log(b);
const map = new Map(); map.set('map', map); map.set(map, 1); console.log(map);
const array = []; array.push(array); console.log(array);
