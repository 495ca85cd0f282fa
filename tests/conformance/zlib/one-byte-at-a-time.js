'use strict';

const zlib = require('zlib');
const sources = { Unzip: zlib.gzipSync, Gunzip: zlib.gzipSync, Inflate: zlib.deflateSync, InflateRaw: zlib.deflateRawSync,
  BrotliDecompress: zlib.brotliCompressSync };
function next(names) {
  const [name, ...others] = names;
  if (!name) return;
  const stream = zlib[`create${name}`]();
  let text = '';
  stream.on('data', (d) => text += d);
  stream.on('end', () => {
    console.log(name, text);
    next(others);
  });
  for (const byte of sources[name]('a few bytes')) stream.write(Buffer.of(byte));
  stream.end();
}
next(Object.keys(sources));
