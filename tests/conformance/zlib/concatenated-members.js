'use strict';

const zlib = require('zlib');
const both = Buffer.concat([zlib.gzipSync('abc'), zlib.gzipSync('def')]);
console.log(zlib.gunzipSync(both).toString(), zlib.unzipSync(both).toString());
zlib.gunzip(both, (error, text) => console.log(error, text.toString()));
// One byte at a time, so that the border lies between two writes.
const stream = zlib.createGunzip();
const texts = [];
stream.on('data', (d) => texts.push(d.toString()));
stream.on('end', () => console.log(texts));
for (const byte of both) stream.write(Buffer.from([byte]));
stream.end();
// Deflated data has no members.
const two = Buffer.concat([zlib.deflateSync('abc'), zlib.deflateSync('def')]);
console.log(zlib.inflateSync(two).toString(), zlib.unzipSync(two).toString());
