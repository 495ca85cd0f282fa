// The callback of pipeline() is called once.
const { pipeline, Readable, Transform, Writable } = require('stream');
const t = new Transform({ transform(c, e, cb) { cb(new Error('one')); }, destroy(e, cb) { cb(new Error('two')); } });
const w = new Writable({ write(c, e, cb) { cb(); }, destroy(e, cb) { cb(new Error('three')); } });
const last = pipeline(Readable.from(['x']), t, w, (e) => console.log('callback', e.message));
console.log(last === w);
for (const s of [t, w]) s.on('error', (e) => console.log('error', e.message));
