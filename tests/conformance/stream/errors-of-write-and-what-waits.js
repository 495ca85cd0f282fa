'use strict';

const { Writable } = require('stream');
for (const late of [false, true]) {
  const w = new Writable({ write(c, e, cb) { late ? setImmediate(cb, new Error('late ' + c)) : cb(new Error('now ' + c)); } });
  w.on('error', (e) => console.log('error', e.message));
  w.on('close', () => console.log('close', late));
  w.write('1', (e) => console.log('cb 1', e.message));
  w.write('2', (e) => console.log('cb 2', e.message));
  w.end((e) => console.log('end', e.message));
}
