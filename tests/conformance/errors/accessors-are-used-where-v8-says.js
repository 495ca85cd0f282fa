// Where a getter or a setter was called from: at the name, the bracket, the operator.
const o = { get x() { throw new Error('get'); }, set y(v) { throw new Error('set'); } };
class C { get #p() { throw new Error('private'); } read() { return this.#p; } set s(v) { throw new Error('s'); } static get t() { throw new Error('t'); } }
function read() { return o.x; }
function write() { o.y = 1; }
function readPrivate() { new C().read(); }
function byKey() { return o['x']; }
function optionally() { return o?.x; }
function callIt() { o.x(); }
function chain() { return o.x.y; }
function writeOther() { const c = new C(); c.s = 2; }
function readStatic() { return C.t + 1; }
function inArray() { return [1, o.x]; }
function inTemplate() { return `${o.x}`; }
for (const use of [read, write, readPrivate, byKey, optionally, callIt, chain, writeOther, readStatic, inArray, inTemplate]) {
  try { use(); } catch (e) { console.log(e.stack.split('\n').slice(1, 3).map((line) => line.trim()).join(' | ')); }
}
