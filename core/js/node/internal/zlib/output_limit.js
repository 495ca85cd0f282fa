'use strict';

// The option maxOutputLength, where output is collected at once.

const { codes: { ERR_BUFFER_TOO_LARGE } } = require('internal/errors');
const { closeHandle } = require('internal/zlib/handle');

function requireWithin(stream, length) {
  if (length <= stream._maxOutputLength) return;
  closeHandle(stream);
  throw new ERR_BUFFER_TOO_LARGE(stream._maxOutputLength);
}

module.exports = { requireWithin };
