'use strict';

const { Readable, Writable } = require('stream');
const r = new Readable({ read() { this.push('x'); } });
let n = 0;
const w = new Writable({ write(c, e, cb) { cb(++n === 3 ? new Error('full') : null); } });
w.on('error', (e) => console.log('w', e.message));
w.on('close', () => {
  console.log('w close; r destroyed:', r.destroyed, 'flowing:', r.readableFlowing, 'pipes:', r._readableState.pipes.length);
  r.destroy();
});
r.on('close', () => console.log('r close'));
r.pipe(w);
