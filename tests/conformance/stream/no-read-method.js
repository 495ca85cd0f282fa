// A Readable without _read and a Writable without _write.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

const r = new Readable();
r.on('error', (e) => console.log(e.code, e.message));
r.read();
const w = new Writable();
w.on('error', (e) => console.log(e.code, e.message));
try { w.write('x'); } catch (e) { console.log('thrown', e.code, e.message); }
const t = new Transform();
t.on('error', (e) => console.log(e.code, e.message));
try { t.write('x'); } catch (e) { console.log('thrown', e.code, e.message); }
