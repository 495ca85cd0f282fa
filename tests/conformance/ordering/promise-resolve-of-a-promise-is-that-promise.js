const promise = Promise.resolve(1);
console.log(Promise.resolve(promise) === promise);
class Mine extends Promise {}
console.log(Mine.resolve(promise) === promise, Promise.resolve(new Mine(() => {})) instanceof Mine);
