'use strict';

const { addAbortSignal, Readable, Writable } = require('stream');
const ac = new AbortController();
const r = addAbortSignal(ac.signal, new Readable({ read() {} }));
const w = new Writable({ signal: ac.signal, write(c, e, cb) { cb(); } });
r.on('error', (e) => console.log('r', e.name, e.code, e.cause && e.cause.name));
w.on('error', (e) => console.log('w', e.name, e.code));
r.on('close', () => console.log('r close'));
ac.abort();
console.log(r.destroyed, w.destroyed);
try { addAbortSignal({}, r); } catch (e) { console.log(e.code); }
try { addAbortSignal(ac.signal, {}); } catch (e) { console.log(e.code, e.message); }
