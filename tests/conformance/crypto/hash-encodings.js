'use strict';

const crypto = require('crypto');
const hash = () => crypto.createHash('md5').update('some text');
for (const encoding of ['hex', 'HEX', 'base64', 'base64url', 'latin1', 'binary', 'utf8', 'ascii', 'ucs2', 'utf16le', 'buffer', 'Buffer', 'nope', '',
                        null, undefined, 0, 5, true]) {
  console.log(encoding, hash().digest(encoding));
}
try {
  hash().digest({ toString() { throw new Error('boom'); } });
} catch (error) {
  console.log(error.message);
}
