'use strict';

const zlib = require('zlib');
const stream = zlib.createInflate();
const packed = zlib.deflateSync('again');
stream.on('data', (d) => console.log(d.toString()));
stream.write(packed, () => {
  stream.reset();
  stream.write(packed, () => {
    stream.reset();
    stream.end(packed);
  });
});
const deflate = zlib.createDeflateRaw();
deflate.reset();
deflate.on('data', (d) => console.log(d.toString('hex')));
deflate.on('close', () => {
  try {
    deflate.reset();
  } catch (e) {
    console.log(e.code, e.message);
  }
});
setTimeout(() => deflate.end('raw'), 20);
