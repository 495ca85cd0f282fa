// Async iteration and errors.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

(async () => {
  const r = new Readable({ read() { this.push('x'); process.nextTick(() => this.destroy(new Error('later'))); } });
  try { for await (const c of r) console.log(String(c)); } catch (e) { console.log('thrown', e.message); }
  const s = new Readable({ read() {} });
  setImmediate(() => s.destroy());
  try { for await (const c of s) console.log(c); console.log('no error'); } catch (e) { console.log('thrown', e.code); }
  const t = Readable.from([1, 2, 3]);
  try { for await (const c of t) throw new Error('in the loop'); } catch (e) { console.log(e.message, t.destroyed); }
  const u = Readable.from([1, 2, 3]);
  for await (const c of u.iterator({ destroyOnReturn: false })) { console.log(c); break; }
  console.log(u.destroyed);
  for await (const c of u) console.log('rest', c);
})();
