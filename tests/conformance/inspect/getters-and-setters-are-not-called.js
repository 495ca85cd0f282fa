const util = require('util');
const object = { get a() { return 1; }, set b(v) {}, get c() { return 1; }, set c(v) {} };
console.log(object);
console.log(util.inspect(object, { getters: true }), util.inspect({ get bad() { throw new Error('no'); }, get obj() { return { x: 1 }; } }, { getters: true }));
