'use strict';

const zlib = require('zlib');
const unpackers = { Gzip: 'Gunzip', Deflate: 'Inflate', DeflateRaw: 'InflateRaw', BrotliCompress: 'BrotliDecompress' };
function next(names) {
  if (names.length === 0) return;
  const [name, ...others] = names;
  const stream = zlib[`create${name}`]();
  const unpack = zlib[`create${unpackers[name]}`]();
  stream.pipe(unpack);
  unpack.on('data', (d) => {
    console.log(name, d.toString());
    stream.end();
  });
  unpack.on('end', () => next(others));
  stream.write('held back', () => {
    console.log('written');
    setTimeout(() => stream.flush(() => console.log('flushed')), 5);
  });
}
next(Object.keys(unpackers));
