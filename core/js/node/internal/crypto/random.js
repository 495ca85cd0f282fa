'use strict';

// Random bytes, of the run's seed. Source: Node.js documentation "crypto.randomBytes()", "crypto.randomFill()".

const { FunctionPrototypeBind, FunctionPrototypeCall, MathMin, NumberIsNaN } = primordials;
const binding = internalBinding('crypto');
const { FastBuffer } = require('internal/buffer_memory');
const { codes: { ERR_INVALID_ARG_TYPE, ERR_OUT_OF_RANGE } } = require('internal/errors');
const { isByteSource } = require('internal/crypto/bytes');
const { validateFunction, validateNumber } = require('internal/validators');

const kMaxPossibleLength = 2 ** 31 - 1;

function assertOffset(offset, elementSize, length) {
  validateNumber(offset, 'offset');
  offset *= elementSize;
  const most = MathMin(length, kMaxPossibleLength);
  if (NumberIsNaN(offset) || offset > most || offset < 0)
    throw new ERR_OUT_OF_RANGE('offset', `>= 0 && <= ${most}`, offset);
  return offset >>> 0;
}

function assertSize(size, elementSize, offset, length) {
  validateNumber(size, 'size');
  size *= elementSize;
  if (NumberIsNaN(size) || size > kMaxPossibleLength || size < 0)
    throw new ERR_OUT_OF_RANGE('size', `>= 0 && <= ${kMaxPossibleLength}`, size);
  if (size + offset > length) throw new ERR_OUT_OF_RANGE('size + offset', `<= ${length}`, size + offset);
  return size >>> 0;
}

// What the callback is called on.
class RandomBytesJob {}

function onJobDone(buf, callback) {
  FunctionPrototypeCall(callback, this, null, buf);
}

function fillInPool(buf, start, length, callback) {
  const job = new RandomBytesJob();
  job.ondone = FunctionPrototypeBind(onJobDone, job, buf, callback);
  binding.randomFill(job.ondone, buf, start, length);
}

function randomBytes(size, callback) {
  size = assertSize(size, 1, 0, Infinity);
  if (callback !== undefined) validateFunction(callback, 'callback');
  const bytes = new FastBuffer(size);
  if (callback === undefined) {
    binding.randomFill(undefined, bytes, 0, size);
    return bytes;
  }
  fillInPool(bytes, 0, size, function() { FunctionPrototypeCall(callback, this, null, bytes); });
}

function requireMemory(buffer) {
  if (!isByteSource(buffer)) throw new ERR_INVALID_ARG_TYPE('buf', ['ArrayBuffer', 'ArrayBufferView'], buffer);
}

// [offset, size] in bytes
function rangeOf(buffer, offset, size) {
  const elementSize = buffer.BYTES_PER_ELEMENT || 1;
  const start = assertOffset(offset, elementSize, buffer.byteLength);
  if (size === undefined) return [start, buffer.byteLength - start];
  return [start, assertSize(size, elementSize, start, buffer.byteLength)];
}

function randomFillSync(buf, offset = 0, size) {
  requireMemory(buf);
  const { 0: start, 1: length } = rangeOf(buf, offset, size);
  if (length > 0) binding.randomFill(undefined, buf, start, length);
  return buf;
}

function randomFill(buf, offset, size, callback) {
  requireMemory(buf);
  if (typeof offset === 'function') {
    callback = offset;
    offset = 0;
    size = undefined;
  } else if (typeof size === 'function') {
    callback = size;
    size = undefined;
  } else {
    validateFunction(callback, 'callback');
  }
  const { 0: start, 1: length } = rangeOf(buf, offset, size);
  if (length === 0) {
    callback(null, buf);
    return;
  }
  fillInPool(buf, start, length, callback);
}

module.exports = { randomBytes, randomFill, randomFillSync };
