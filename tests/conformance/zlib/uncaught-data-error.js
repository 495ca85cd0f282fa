'use strict';

const zlib = require('zlib');
function unpack(data) {
  return zlib.inflateSync(data);
}
unpack('nothing deflated');
