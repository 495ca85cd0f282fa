'use strict';

const zlib = require('zlib');
const packed = zlib.gzipSync(Buffer.alloc(100000));
function lengths(options, then) {
  const seen = [];
  zlib.createGunzip(options).on('data', (d) => seen.push(d.length)).on('end', () => {
    console.log(options, seen.join());
    then();
  }).end(packed);
}
lengths(undefined, () => lengths({ chunkSize: 65536 }, () => lengths({ chunkSize: 30000 }, () => {
  lengths({ chunkSize: 16384, highWaterMark: 100 }, () => {});
})));
