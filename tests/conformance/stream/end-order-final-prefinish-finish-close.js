'use strict';

const { Writable } = require('stream');
const w = new Writable({
  write(c, e, cb) { console.log('write', String(c)); setImmediate(cb); },
  final(cb) { console.log('final'); setImmediate(() => { console.log('final done'); cb(); }); },
  destroy(err, cb) { console.log('destroy', err); cb(err); },
});
for (const e of ['prefinish', 'finish', 'close', 'drain']) w.on(e, () => console.log(e, w.writableFinished, w.destroyed));
w.write('a');
w.end('b', () => console.log('end cb'));
console.log(w.writable, w.writableEnded, w.writableFinished);
w.end((e) => console.log('second end', e && e.code));
