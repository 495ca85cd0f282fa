// finished() and premature closes.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

const r = new Readable({ read() {} });
finished(r, (e) => console.log('r', e.code, e.message));
r.destroy();
const w = new Writable({ write(c, e, cb) { cb(); } });
finished(w, (e) => console.log('w', e.code));
w.destroy();
const x = new Writable({ write(c, e, cb) { cb(); } });
finished(x, (e) => console.log('x', e.message));
x.destroy(new Error('own'));
const done = Readable.from([]);
done.resume().on('close', () => finished(done, (e) => console.log('already', e)));
for (const bad of [null, {}, 5]) { try { finished(bad, () => {}); } catch (e) { console.log(e.code); } }
try { finished(r); } catch (e) { console.log(e.code, e.message); }
