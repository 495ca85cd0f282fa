'use strict';

const zlib = require('zlib');
const packed = zlib.deflateSync('some text');
const stream = zlib.createInflate();
for (const name of ['end', 'finish', 'prefinish', 'close', 'drain', 'pipe']) stream.on(name, () => console.log(name));
stream.on('data', (d) => {
  console.log('data', d.toString(), stream.bytesWritten, stream.readableLength, stream.writableLength);
  process.nextTick(() => console.log('tick of data'));
  Promise.resolve().then(() => console.log('job of data'));
});
console.log(stream.write(packed.subarray(0, 6), () => console.log('written 1')));
console.log(stream.write(packed.subarray(6), () => console.log('written 2')));
stream.end(() => console.log('ended'));
process.nextTick(() => console.log('tick', stream.writableLength));
Promise.resolve().then(() => console.log('job'));
