'use strict';

// Source: Node.js documentation "crypto.hkdf()".

const { FunctionPrototypeCall } = primordials;
const binding = internalBinding('crypto');
const { kMaxLength } = require('buffer');
const { codes: { ERR_INVALID_ARG_TYPE, ERR_OUT_OF_RANGE } } = require('internal/errors');
const { encoded, isByteSource } = require('internal/crypto/bytes');
const { errorOf, isFault } = require('internal/crypto/faults');
const { bytesOf, isKeyObject } = require('internal/crypto/keys');
const { validateFunction, validateInteger, validateString } = require('internal/validators');

// What the callback is called on.
class HKDFJob {}

const kMaxInfoLength = 1024;

function keyBytes(key) {
  if (isKeyObject(key)) return bytesOf(key);
  if (isByteSource(key)) return key;
  if (typeof key === 'string') return encoded(key);
  throw new ERR_INVALID_ARG_TYPE(
    'ikm', ['string', 'SecretKeyObject', 'ArrayBuffer', 'TypedArray', 'DataView', 'Buffer'], key);
}

function byteSource(value, name) {
  if (isByteSource(value)) return value;
  if (typeof value === 'string') return encoded(value);
  throw new ERR_INVALID_ARG_TYPE(
    name, ['string', 'ArrayBuffer', 'TypedArray', 'DataView', 'Buffer'], value);
}

function validateParameters(digest, key, salt, info, length) {
  validateString(digest, 'digest');
  key = keyBytes(key);
  salt = byteSource(salt, 'salt');
  info = byteSource(info, 'info');
  validateInteger(length, 'length', 0, kMaxLength);
  if (info.byteLength > kMaxInfoLength) {
    throw new ERR_OUT_OF_RANGE(
      'info', `must not contain more than ${kMaxInfoLength} bytes`, info.byteLength);
  }
  return { digest, key, salt, info, length };
}

function submit(callback, { digest, key, salt, info, length }) {
  return binding.hkdf(callback, digest, key, salt, info, length);
}

function hkdf(digest, ikm, salt, info, keylen, callback) {
  const asked = validateParameters(digest, ikm, salt, info, keylen);
  validateFunction(callback, 'callback');
  const job = new HKDFJob();
  job.ondone = (result) => {
    if (isFault(result)) FunctionPrototypeCall(callback, job, errorOf(result));
    else FunctionPrototypeCall(callback, job, null, result);
  };
  const fault = submit(job.ondone, asked);
  if (fault !== undefined) throw errorOf(fault);
}

function hkdfSync(digest, ikm, salt, info, keylen) {
  const result = submit(undefined, validateParameters(digest, ikm, salt, info, keylen));
  if (isFault(result)) throw errorOf(result);
  return result;
}

module.exports = { hkdf, hkdfSync };
