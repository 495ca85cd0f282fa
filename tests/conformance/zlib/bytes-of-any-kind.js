'use strict';

const zlib = require('zlib');
const buffer = new ArrayBuffer(6);
new Uint8Array(buffer).set([1, 2, 3, 4, 5, 6]);
const kinds = [
  'text', 'Grüße', '', buffer, new DataView(buffer, 1, 3), new Uint16Array(buffer, 2), new Uint8Array(buffer, 4),
  new Float64Array([1.5]), Buffer.from('buffer'), new SharedArrayBuffer(2),
];
for (const kind of kinds) {
  console.log(zlib.gunzipSync(zlib.gzipSync(kind)));
  zlib.deflate(kind, (error, packed) => {
    if (!zlib.inflateSync(packed).equals(zlib.gunzipSync(zlib.gzipSync(kind)))) console.log('different', kind);
  });
}
const stream = zlib.createGunzip();
stream.on('data', (d) => console.log('data', d.toString()));
stream.end(zlib.gzipSync('a string with an encoding').toString('hex'), 'hex');
