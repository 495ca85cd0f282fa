'use strict';

const zlib = require('zlib');
const { Z_PARTIAL_FLUSH, Z_SYNC_FLUSH, Z_FULL_FLUSH, Z_BLOCK, Z_FINISH } = zlib.constants;
const ends = { Z_PARTIAL_FLUSH, Z_SYNC_FLUSH, Z_FULL_FLUSH, Z_BLOCK, Z_FINISH };
for (const name of Object.keys(ends)) {
  const packed = zlib.deflateRawSync('abc', { finishFlush: ends[name] });
  console.log(name, packed.toString('hex'));
}
const stream = zlib.createDeflateRaw({ flush: Z_SYNC_FLUSH });
stream.on('data', (d) => console.log(d.toString('hex')));
stream.write('abc', () => stream.flush(Z_FULL_FLUSH, () => stream.end('def')));
