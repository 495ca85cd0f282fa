// addAbortSignal.
const { addAbortSignal, Readable, Writable } = require('stream');
const controller = new AbortController();
const r = addAbortSignal(controller.signal, new Readable({ read() {} }));
r.on('error', (e) => console.log(e.name, e.code, e.message)).on('close', () => console.log('close'));
const w = new Writable({ signal: controller.signal, write(c, e, cb) { cb(); } });
w.on('error', (e) => console.log('w', e.name));
controller.abort();
console.log(r.destroyed, w.destroyed);
const late = new Readable({ signal: AbortSignal.abort(), read() {} });
late.on('error', (e) => console.log('late', e.name));
for (const bad of [[5, r], [controller.signal, {}]]) { try { addAbortSignal(...bad); } catch (e) { console.log(e.code, e.message); } }
