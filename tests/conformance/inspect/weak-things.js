const util = require('util');
const key = { k: 1 };
console.log(new WeakMap([[key, 2]]), new WeakSet([key]), new WeakRef(key));
console.log(util.inspect(new WeakSet([key]), { showHidden: true }), util.inspect(new WeakMap([[key, 2]]), { showHidden: true }));
