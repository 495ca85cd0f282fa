// decodeStrings, encodings and defaultEncoding.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

const show = (c, e) => console.log(typeof c === 'string' ? c : c.toString('hex'), e);
const a = new Writable({ write(c, e, cb) { show(c, e); cb(); } });
const b = new Writable({ decodeStrings: false, write(c, e, cb) { show(c, e); cb(); } });
for (const w of [a, b]) {
  w.write('abc'); w.write('616263', 'hex'); w.setDefaultEncoding('latin1'); w.write('é'); w.write(Buffer.from('q')); w.write(new Uint8Array([1, 2]));
  try { w.setDefaultEncoding('nope'); } catch (e) { console.log(e.code, e.message); }
  try { w.write('x', 'nope'); } catch (e) { console.log(e.code, e.message); }
}
try { new Writable({ defaultEncoding: 'bad' }); } catch (e) { console.log(e.code); }
