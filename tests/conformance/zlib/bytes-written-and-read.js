'use strict';

const zlib = require('zlib');
const stream = zlib.createDeflate();
process.on('warning', (w) => console.log(w.name, w.code, w.message));
console.log(stream.bytesWritten, stream.bytesRead);
stream.resume();
stream.write('abc', () => {
  console.log(stream.bytesWritten, stream.bytesRead);
  stream.bytesRead = 7;
  console.log(stream.bytesWritten);
  stream.end('de', () => console.log(stream.bytesWritten));
});
