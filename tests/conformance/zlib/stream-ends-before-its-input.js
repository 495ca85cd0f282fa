'use strict';

// What follows the end of the data is not read; the readable side ends at once.
const zlib = require('zlib');
const stream = zlib.createInflate();
for (const name of ['data', 'end', 'finish', 'close', 'error']) stream.on(name, () => console.log(name));
stream.write(Buffer.concat([zlib.deflateSync('hello'), Buffer.from('behind it')]), () => {
  console.log('written', stream.bytesWritten);
  setTimeout(() => {
    console.log(stream.readableEnded, stream.destroyed, stream.writable);
    stream.write('more', (e) => {
      console.log('more', e);
      stream.end(() => console.log('ended'));
    });
  }, 2);
});
