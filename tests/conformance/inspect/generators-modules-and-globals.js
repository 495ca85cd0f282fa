const util = require('util');
console.log((function* g() {})(), (async function* ag() {})(), Math, JSON, Reflect, Atomics);
console.log(util.inspect(globalThis).startsWith('<ref *1> Object [global] {'), (function () { return arguments; })(1, 'a'), Symbol, Intl.constructor === Object);
