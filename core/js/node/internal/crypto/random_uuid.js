'use strict';

// Source: RFC 4122, section 4.4; Node.js documentation "crypto.randomUUID()".

const { Buffer } = require('buffer');
const { randomFillSync } = require('internal/crypto/random');
const { validateBoolean, validateObject } = require('internal/validators');

function randomUUID(options) {
  if (options !== undefined) {
    validateObject(options, 'options');
    const { disableEntropyCache } = options;
    if (disableEntropyCache !== undefined) validateBoolean(disableEntropyCache, 'options.disableEntropyCache');
  }
  const bytes = randomFillSync(Buffer.alloc(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  return `${bytes.hexSlice(0, 4)}-${bytes.hexSlice(4, 6)}-${bytes.hexSlice(6, 8)}-` +
    `${bytes.hexSlice(8, 10)}-${bytes.hexSlice(10, 16)}`;
}

module.exports = { randomUUID };
