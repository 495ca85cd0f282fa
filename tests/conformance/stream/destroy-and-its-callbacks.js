'use strict';

const { Writable, Readable } = require('stream');
const w = new Writable({ write(c, e, cb) { setTimeout(cb, 10); } });
w.on('error', (e) => console.log('w error', e.message));
w.on('close', () => console.log('w close'));
w.write('1', (e) => console.log('cb 1', e && e.code));
w.write('2', (e) => console.log('cb 2', e && e.message));
w.destroy(new Error('boom'), );
console.log(w.destroyed, w.errored.message, w.writable);
w.destroy(new Error('ignored'));
console.log(w.write('3', (e) => console.log('cb 3', e.code)));
const r = new Readable({ read() {}, destroy(err, cb) { console.log('_destroy', err); setImmediate(cb, err); } });
r.on('close', () => console.log('r close', r.closed, r.readableAborted));
r.on('end', () => console.log('never'));
r.push('x');
r.destroy();
console.log(r.destroyed, r.closed, r.push('y'), r.read());
