'use strict';

const zlib = require('zlib');
const stream = zlib.createInflate();
stream.on('data', () => console.log('data'));
stream.on('end', () => console.log('end'));
stream.on('finish', () => console.log('finish'));
stream.on('error', (e) => {
  console.log('error', e.message, e.code, e.errno, stream.destroyed, stream._closed, stream.errored === e);
  stream.write('more', (e) => console.log('written', e.code));
  process.nextTick(() => console.log('tick'));
});
stream.on('close', () => console.log('close'));
console.log(stream.write('not deflated', (e) => console.log('first written', e && e.code)));
