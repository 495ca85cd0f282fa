'use strict';

const { Writable } = require('stream');
const w = new Writable({ write(c, e, cb) { cb(); } });
w.on('error', (e) => console.log('error', e.code, e.message));
w.on('close', () => console.log('close', w.errored && w.errored.code, w.writableAborted));
w.end('a');
console.log(w.write('b', (e) => console.log('cb', e.code)));
w.end('c', (e) => console.log('end cb', e.code));
