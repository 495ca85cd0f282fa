'use strict';

const zlib = require('zlib');
for (const name of ['Gzip', 'Gunzip', 'BrotliCompress']) {
  const stream = zlib[`create${name}`]();
  stream.on('error', (e) => console.log(name, 'error', e.code));
  stream.close();
  stream.write('late', (e) => console.log(name, 'late', e.code, e.message));
  stream.end((e) => console.log(name, 'ended', e && e.code));
}
const stream = zlib.createGzip();
stream.on('error', (e) => console.log('error', e.code));
stream.resume();
stream.end('text');
stream.write('after the end', (e) => console.log('after the end', e.code));
