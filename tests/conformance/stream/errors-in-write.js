// _write throws, to whoever writes.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

const w = new Writable({ write() { throw new Error('in write'); } });
w.on('error', (e) => console.log('error', e.message));
try { w.write('x'); } catch (e) { console.log('thrown', e.message, w.destroyed, w.writableLength); }
try { w.write('y'); console.log(w.writableLength); } catch (e) { console.log('thrown', e.message); }
