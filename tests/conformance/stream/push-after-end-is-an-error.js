'use strict';

const { Readable } = require('stream');
const r = new Readable({ read() {} });
r.on('error', (e) => console.log('error', e.code, e.message));
r.on('close', () => console.log('close'));
r.push('a');
r.push(null);
console.log(r.push('b'), r.destroyed);
r.push(null);
