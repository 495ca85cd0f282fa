'use strict';

// Source: Node.js documentation "Class: Hash", "crypto.hash()".

const { FunctionPrototypeCall, ObjectSetPrototypeOf, StringPrototypeToLowerCase } = primordials;
const binding = internalBinding('crypto');
const {
  ERR_CRYPTO_HASH_FINALIZED,
  ERR_CRYPTO_HASH_UPDATE_FAILED,
  ERR_INVALID_ARG_TYPE,
  ERR_INVALID_ARG_VALUE,
} = require('internal/errors').codes;
const { encoded, encodedOutput, toBuffer } = require('internal/crypto/bytes');
const { errorOf, isFault } = require('internal/crypto/faults');
const LazyTransform = require('internal/crypto/lazy_transform');
const { kFinalized, kHandle, kState } = require('internal/crypto/symbols');
const { normalizeEncoding } = require('internal/util');
const { isArrayBufferView } = require('internal/util/types');
const { validateEncoding, validateString, validateUint32 } = require('internal/validators');

const kBytesTypes = ['string', 'Buffer', 'TypedArray', 'DataView'];

// The host's hash, in the hands of a stream.
const HashHandle = class Hash {
  #digest;

  constructor(digest) {
    this.#digest = digest;
  }

  static isHandle(value) {
    return value !== null && typeof value === 'object' && #digest in value;
  }

  copy(outputLength) {
    return binding.copyDigest(this.#digest, outputLength);
  }

  update(data, encoding) {
    return binding.updateDigest(this.#digest, typeof data === 'string' ? encoded(data, encoding) : data);
  }

  digest() {
    return binding.finishDigest(this.#digest);
  }
};

function Hash(algorithm, options) {
  if (!new.target) return new Hash(algorithm, options);
  const isCopy = HashHandle.isHandle(algorithm);
  if (!isCopy) checkAlgorithm(algorithm);
  const length = typeof options === 'object' && options !== null ? options.outputLength : undefined;
  if (length !== undefined) checkLength(length);
  this[kHandle] = opened(isCopy ? algorithm.copy(length) : binding.createDigest(algorithm, length));
  this[kState] = { [kFinalized]: false };
  FunctionPrototypeCall(LazyTransform, this, options);
}
ObjectSetPrototypeOf(Hash.prototype, LazyTransform.prototype);
ObjectSetPrototypeOf(Hash, LazyTransform);

// Each of these stands for a place in Node's functions, which stacks show.

function checkAlgorithm(algorithm) {
  validateString(algorithm, 'algorithm');
}

function checkLength(length) {
  validateUint32(length, 'options.outputLength');
}

function opened(digest) {
  if (isFault(digest)) throw errorOf(digest);
  return new HashHandle(digest);
}

function requireUnfinished(hash) {
  if (hash[kState][kFinalized]) throw new ERR_CRYPTO_HASH_FINALIZED();
}

function requireUnfinishedToCopy(hash) {
  requireUnfinished(hash);
}

function requireUnfinishedToUpdate(hash) {
  requireUnfinished(hash);
}

function requireUnfinishedToDigest(hash) {
  requireUnfinished(hash);
}

function checkData(data, encoding) {
  if (typeof data === 'string') validateEncoding(data, encoding);
  else if (!isArrayBufferView(data)) throw new ERR_INVALID_ARG_TYPE('data', kBytesTypes, data);
}

Hash.prototype.copy = function copy(options) {
  requireUnfinishedToCopy(this);
  return new Hash(this[kHandle], options);
};

Hash.prototype._transform = function _transform(chunk, encoding, callback) {
  this[kHandle].update(chunk, encoding);
  callback();
};

Hash.prototype._flush = function _flush(callback) {
  this.push(toBuffer(this[kHandle].digest()));
  callback();
};

Hash.prototype.update = function update(data, encoding) {
  requireUnfinishedToUpdate(this);
  checkData(data, encoding);
  if (!this[kHandle].update(data, encoding)) throw new ERR_CRYPTO_HASH_UPDATE_FAILED();
  return this;
};

Hash.prototype.digest = function digest(outputEncoding) {
  requireUnfinishedToDigest(this);
  const result = encodedOutput(this[kHandle].digest(), outputEncoding);
  this[kState][kFinalized] = true;
  return result;
};

function requireOutputEncoding(encoding) {
  validateString(encoding, 'outputEncoding');
  const isBuffer = StringPrototypeToLowerCase(encoding) === 'buffer';
  if (!isBuffer && normalizeEncoding(encoding) === undefined)
    throw new ERR_INVALID_ARG_VALUE('outputEncoding', encoding);
}

function requireDigest(algorithm) {
  const digest = binding.createDigest(algorithm);
  if (!isFault(digest)) return digest;
  digest[1] = `Digest method ${algorithm} is not supported`;
  throw errorOf(digest);
}

function hash(algorithm, input, outputEncoding = 'hex') {
  validateString(algorithm, 'algorithm');
  if (typeof input !== 'string' && !isArrayBufferView(input))
    throw new ERR_INVALID_ARG_TYPE('input', kBytesTypes, input);
  requireOutputEncoding(outputEncoding);
  const digest = requireDigest(algorithm);
  binding.updateDigest(digest, typeof input === 'string' ? encoded(input, 'utf8') : input);
  return encodedOutput(binding.finishDigest(digest), outputEncoding);
}

module.exports = { Hash, hash };
