'use strict';

const { Readable } = require('stream');
const parts = ['abc', 'defg', 'h', null];
const r = new Readable({ read() { this.push(parts.shift()); } });
r.on('readable', () => {
  let chunk;
  console.log('readable', r.readableLength);
  while ((chunk = r.read(2)) !== null) console.log('read', String(chunk), r.readableLength);
});
r.on('end', () => console.log('end'));
