'use strict';

// Nobody reads: when the readable side is full the codec waits, and so does the writer.
const zlib = require('zlib');
const packed = zlib.gzipSync(Buffer.alloc(200000));
const stream = zlib.createGunzip();
console.log(stream.write(packed, () => console.log('written')), stream.writableLength === packed.length);
setTimeout(() => {
  console.log(stream.readableLength, stream.bytesWritten < packed.length);
  console.log(stream.read(1000).length, stream.readableLength);
  setTimeout(() => {
    console.log(stream.readableLength);
    let length = 0;
    stream.on('data', (d) => length += d.length);
    stream.on('end', () => console.log('end', length));
    stream.end();
  }, 30);
}, 30);
