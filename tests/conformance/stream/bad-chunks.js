// What may not be written or pushed.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

const w = new Writable({ write(c, e, cb) { cb(); } });
for (const bad of [null, undefined, 5, {}, true, [], Symbol.iterator]) {
  try { w.write(bad); console.log('taken'); } catch (e) { console.log(e.code, e.message); }
}
for (const bad of [undefined, 5, {}, true]) {
  const r = new Readable({ read() {} });
  r.on('error', (e) => console.log('error', e.code, e.message));
  try { console.log(r.push(bad)); } catch (e) { console.log('thrown', e.code, e.message); }
}
const o = new Writable({ objectMode: true, write(c, e, cb) { console.log(c); cb(); } });
for (const any of [5, {}, true, undefined, '']) o.write(any);
try { o.write(null); } catch (e) { console.log(e.code, e.message); }
