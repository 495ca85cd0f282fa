console.log(Object.create(null), Object.assign(Object.create(null), { a: 1 }));
console.log(Object.create({ inherited: 1 }), Object.create(Object.create(null)));
class Box extends Array {} class Dict extends Map {} class Odd extends Promise {}
console.log(Box.from([1, 2]), new Dict([['a', 1]]), Odd.resolve(1));
function Old() { this.x = 1; } console.log(new Old());
Old.prototype.constructor = undefined; console.log(new Old());
