'use strict';

// buf.indexOf(), lastIndexOf() and includes(). Source: Node.js documentation, "Buffer".

const { NumberIsNaN, TypedArrayPrototypeGetByteLength, Uint8Array } = primordials;
const { codes } = require('internal/errors');
const { encodeInto, encodings, findEncoding, requireEncoding } = require('internal/buffer_text');
const { isUint8Array } = require('internal/util/types');
const { validateBuffer } = require('internal/validators');
const binding = internalBinding('buffer');

const kMaxInt32 = 0x7fffffff;
const kMinInt32 = -0x80000000;

// Where the search starts, or -1 if nothing can be found from there.
function startOf(offset, length, needleLength, forward) {
  if (offset < 0) {
    if (offset + length >= 0) return offset + length;
    return forward || needleLength === 0 ? 0 : -1;
  }
  if (offset + needleLength <= length) return offset;
  if (needleLength === 0) return length;
  return forward ? -1 : length - 1;
}

function bytesOf(string, encoding) {
  const bytes = new Uint8Array(encoding.byteLength(string));
  const written = encodeInto(bytes, string, encoding, 0, bytes.length);
  return written === bytes.length ? bytes : new Uint8Array(bytes.buffer, 0, written);
}

function find(buffer, needle, offset, unit, forward) {
  const length = TypedArrayPrototypeGetByteLength(buffer);
  const needleLength = TypedArrayPrototypeGetByteLength(needle);
  const start = startOf(offset, length, needleLength, forward);
  if (needleLength === 0) return start;
  if (start < 0 || length < unit || needleLength < unit) return -1;
  return binding.indexOf(buffer, needle, start, unit, forward);
}

function toOffset(value, buffer, forward) {
  if (value > kMaxInt32) return kMaxInt32;
  if (value < kMinInt32) return kMinInt32;
  const offset = +value;
  if (NumberIsNaN(offset)) return forward ? 0 : TypedArrayPrototypeGetByteLength(buffer);
  return offset | 0;
}

function search(buffer, value, byteOffset, encodingName, forward) {
  validateBuffer(buffer);
  if (typeof byteOffset === 'string') {
    encodingName = byteOffset;
    byteOffset = undefined;
  }
  const offset = toOffset(byteOffset, buffer, forward);
  if (typeof value === 'number') return find(buffer, new Uint8Array([value]), offset, 1, forward);
  if (typeof value !== 'string' && !isUint8Array(value)) {
    throw new codes.ERR_INVALID_ARG_TYPE('value', ['number', 'string', 'Buffer', 'Uint8Array'], value);
  }
  if (typeof value !== 'string') {
    const unit = (findEncoding(encodingName) ?? encodings.utf8).unit;
    return find(buffer, value, offset, unit, forward);
  }
  const encoding = encodingName === undefined ? encodings.utf8 : requireEncoding(encodingName);
  return find(buffer, bytesOf(value, encoding), offset, encoding.unit, forward);
}

module.exports = { bytesOf, search };
