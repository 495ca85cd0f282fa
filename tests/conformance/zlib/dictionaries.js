'use strict';

const zlib = require('zlib');
const dictionary = Buffer.from('a dictionary of words');
const text = 'words of a dictionary';
const packed = zlib.deflateSync(text, { dictionary });
const attempt = (f) => {
  try {
    console.log(f().toString());
  } catch (e) {
    console.log(e.code, e.errno, e.message);
  }
};
attempt(() => zlib.inflateSync(packed, { dictionary }));
attempt(() => zlib.unzipSync(packed, { dictionary }));
attempt(() => zlib.inflateSync(packed));
attempt(() => zlib.inflateSync(packed, { dictionary: Buffer.from('other') }));
attempt(() => zlib.inflateSync(packed, { dictionary: new Uint8Array(dictionary).buffer }));
attempt(() => zlib.inflateRawSync(zlib.deflateRawSync(text, { dictionary }), { dictionary }));
attempt(() => zlib.gunzipSync(zlib.gzipSync(text, { dictionary })));
const stream = zlib.createInflate({ dictionary: Buffer.from('other') });
stream.on('error', (e) => console.log('stream', e.code));
stream.end(packed);
