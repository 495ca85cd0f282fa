'use strict';

// Source: Node.js documentation "crypto.timingSafeEqual()".

const { RangeError, TypeError } = primordials;
const binding = internalBinding('crypto');
const { nativeError } = require('internal/errors');
const { isByteSource } = require('internal/crypto/bytes');

function requireBytes(value, name) {
  if (isByteSource(value)) return;
  throw nativeError(TypeError, 'ERR_INVALID_ARG_TYPE',
                    `The "${name}" argument must be an instance of ArrayBuffer, Buffer, TypedArray, or DataView.`);
}

function timingSafeEqual(buf1, buf2) {
  requireBytes(buf1, 'buf1');
  requireBytes(buf2, 'buf2');
  if (buf1.byteLength !== buf2.byteLength) {
    throw nativeError(RangeError, 'ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH',
                      'Input buffers must have the same byte length');
  }
  return binding.areEqual(buf1, buf2);
}

module.exports = { timingSafeEqual };
