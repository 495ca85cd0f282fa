const util = require('util');
const proxy = new Proxy({ a: 1 }, { get() { return 'trapped'; } });
console.log(proxy, util.inspect(proxy, { showProxy: true }));
console.log(new Proxy([1, 2], {}), new Proxy(function f() {}, {}), util.inspect(new Proxy({}, { ownKeys() { throw new Error('never'); } })));
