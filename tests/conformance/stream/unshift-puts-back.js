'use strict';

const { Readable } = require('stream');
const r = new Readable({ read() {} });
r.push('header\nbody');
r.push(null);
r.once('readable', () => {
  const text = String(r.read());
  const at = text.indexOf('\n');
  r.unshift(Buffer.from(text.slice(at + 1)));
  console.log('header:', text.slice(0, at), r.readableLength);
  r.on('data', (c) => console.log('body:', String(c)));
  r.on('end', () => {
    console.log('end');
    r.on('error', (e) => console.log(e.code, e.message));
    console.log(r.unshift('late'));
  });
});
