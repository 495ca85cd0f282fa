'use strict';

const zlib = require('zlib');
const { buffer, engine } = zlib.gzipSync('text', { info: true });
console.log(buffer.length, engine instanceof zlib.Gzip, engine.bytesWritten, engine._closed);
zlib.gunzip(buffer, { info: true }, (error, result) => {
  console.log(Object.keys(result), result.buffer.toString(), result.engine.bytesWritten, result.engine.destroyed);
});
