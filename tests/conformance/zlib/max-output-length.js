'use strict';

const zlib = require('zlib');
const packed = zlib.gzipSync(Buffer.alloc(100000));
for (const maxOutputLength of [1, 16384, 16385, 99999, 100000]) {
  try {
    console.log(zlib.gunzipSync(packed, { maxOutputLength }).length);
  } catch (e) {
    console.log(e.name, e.code, e.message);
  }
}
zlib.gunzip(packed, { maxOutputLength: 20000 }, (e, result) => {
  console.log(e.code, result);
  zlib.gunzip(packed, { maxOutputLength: 100000 }, (e, result) => console.log(e, result.length));
});
