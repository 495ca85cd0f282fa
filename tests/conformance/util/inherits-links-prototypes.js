const util = require('util');
function Base() {} Base.prototype.hello = () => 'hello';
function Derived() {}
util.inherits(Derived, Base);
console.log(new Derived().hello(), Derived.super_ === Base, Object.keys(Derived));
for (const args of [[null, Base], [Derived, null], [Derived, {}]]) {
  try { util.inherits(...args); } catch (error) { console.log(error.code, error.message); }
}
