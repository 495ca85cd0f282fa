'use strict';

const { Readable, Writable } = require('stream');
for (const chunk of [1, {}, true, Symbol('s')]) {
  const r = new Readable({ read() {} });
  r.on('error', (e) => console.log('readable', e.code, e.message));
  console.log(r.push(chunk));
  const w = new Writable({ write(c, e, cb) { cb(); } });
  try { w.write(chunk); } catch (e) { console.log('writable', e.code, e.message); }
}
try { new Writable().write(null); } catch (e) { console.log(e.code, e.message); }
try { new Writable().write('a', 'nope'); } catch (e) { console.log(e.code, e.message); }
try { new Readable({ highWaterMark: -1 }); } catch (e) { console.log(e.code, e.message); }
try { new Readable()._read(); } catch (e) { console.log(e.code, e.message); }
try { new Writable()._write(); } catch (e) { console.log(e.code, e.message); }
