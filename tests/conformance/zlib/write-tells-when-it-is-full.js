'use strict';

const zlib = require('zlib');
const stream = zlib.createGzip();
console.log(stream.writableHighWaterMark, stream.readableHighWaterMark);
console.log(stream.write(Buffer.alloc(16383)), stream.write('x'), stream.writableNeedDrain);
stream.on('drain', () => {
  console.log('drain', stream.writableLength, stream.bytesWritten);
  stream.end();
});
stream.resume().on('end', () => console.log('end'));
const small = zlib.createDeflate({ highWaterMark: 3 });
console.log(small.write('ab'), small.write('c'));
small.destroy();
