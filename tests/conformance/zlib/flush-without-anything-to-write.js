'use strict';

const zlib = require('zlib');
const stream = zlib.createDeflate();
stream.on('data', (d) => console.log('data', d.toString('hex')));
stream.flush(() => {
  console.log('flushed');
  stream.end('x');
  stream.flush(() => console.log('flushed with the end'));
});
stream.on('end', () => {
  console.log('end');
  stream.flush(() => console.log('flushed after the end'));
  stream.flush();
});
const closed = zlib.createDeflate();
closed.on('error', (e) => console.log(e.code));
closed.close(() => {
  console.log('closed');
  closed.flush((e) => console.log('flush of a closed one', e && e.code));
});
