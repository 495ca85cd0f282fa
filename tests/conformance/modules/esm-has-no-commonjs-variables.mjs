console.log(typeof require, typeof module, typeof exports, typeof __filename, this);
console.log((function () { return this; })());
