// push(string, encoding).
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

const r = new Readable({ read() {} });
r.push('616263', 'hex'); r.push('ZGVm', 'base64'); r.push('g');
console.log(String(r.read()));
const s = new Readable({ encoding: 'utf8', read() {} });
s.push('616263', 'hex'); s.push('d', 'utf8');
console.log(s.read());
try { r.push('x', 'bogus'); } catch (e) { console.log(e.code); }
