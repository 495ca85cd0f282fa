class Animal { constructor() { this.legs = 4; } speak() {} }
class Dog extends Animal { #secret = 1; static kind = 'dog'; }
console.log(Animal, Dog, class {}, class extends Animal {});
console.log(new Animal(), new Dog(), new (class {})(), new (class Empty {})());
console.log({ animal: new Dog(), type: Animal });
