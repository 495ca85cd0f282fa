// _final fails, at once and later.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

for (const wait of [(f) => f(), process.nextTick, setImmediate]) {
  const w = new Writable({ write(c, e, cb) { cb(); }, final(cb) { wait(() => cb(new Error('final'))); } });
  w.on('error', (e) => console.log('error', e.message));
  w.on('finish', () => console.log('finish'));
  w.on('prefinish', () => console.log('prefinish'));
  w.on('close', () => console.log('close'));
  w.end('x', (e) => console.log('end callback', e && e.message));
}
