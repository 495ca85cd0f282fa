'use strict';

const crypto = require('crypto');
for (const parts of [['Test123'], ['Te', 'st', '123'], [''], []]) {
  const hash = crypto.createHash('sha1');
  for (const part of parts) hash.write(part);
  hash.end();
  console.log(hash.read());
}
const text = crypto.createHash('sha1', { encoding: 'hex' });
text.end('a');
console.log(text.read());
const set = crypto.createHash('sha1');
set.setEncoding('base64');
set.end('a');
console.log(set.read());
