const timer = setTimeout(() => {}, 1);
const methods = (object) => Object.getOwnPropertyNames(Object.getPrototypeOf(object)).sort().join(' ');
console.log(methods(timer));
const immediate = setImmediate(() => {});
console.log(methods(immediate));
