'use strict';

// What Cipheriv and Decipheriv have in common. Each function here that may throw stands for one of Node's, which
// stacks show with the class it was called on.

const binding = internalBinding('crypto');
const {
  ERR_CRYPTO_INVALID_STATE,
  ERR_INTERNAL_ASSERTION,
  ERR_INVALID_ARG_TYPE,
  ERR_UNKNOWN_ENCODING,
} = require('internal/errors').codes;
const { encoded, getArrayBufferOrView, getStringOption, getUIntOption, toBuffer } =
  require('internal/crypto/bytes');
const { errorOf, isFault } = require('internal/crypto/faults');
const { prepareSecretKey } = require('internal/crypto/keys');
const { kHandle } = require('internal/crypto/symbols');
const { normalizeEncoding } = require('internal/util');
const { isArrayBufferView } = require('internal/util/types');
const { validateEncoding, validateString } = require('internal/validators');
const { StringDecoder } = require('string_decoder');

// The host's cipher, in the hands of a stream.
class CipherBase {
  #cipher;

  constructor(cipher) {
    this.#cipher = cipher;
  }

  update(data, encoding) {
    return binding.updateCipher(this.#cipher, typeof data === 'string' ? encoded(data, encoding) : data);
  }

  final() {
    return binding.finishCipher(this.#cipher);
  }

  setAutoPadding(pads) {
    return binding.setAutoPadding(this.#cipher, pads);
  }

  getAuthTag() {
    return binding.authTag(this.#cipher);
  }

  setAuthTag(tag) {
    return binding.setAuthTag(this.#cipher, tag);
  }

  setAAD(data, textLength) {
    return binding.setAAD(this.#cipher, data, textLength);
  }
}

function createCipherBase(stream, cipher, encrypts, key, iv, options) {
  const made = binding.createCipher(cipher, encrypts, key, iv, getUIntOption(options, 'authTagLength'));
  if (isFault(made)) throw errorOf(made);
  stream[kHandle] = new CipherBase(made);
  stream._decoder = null;
}

function createCipherWithIV(stream, cipher, encrypts, key, options, iv) {
  validateString(cipher, 'cipher');
  const secret = prepareSecretKey(key, getStringOption(options, 'encoding'));
  const vector = iv === null ? null : getArrayBufferOrView(iv, 'iv');
  createCipherBase(stream, cipher, encrypts, secret, vector, options);
}

// One text has one encoding.
function decoderFor(stream, encoding) {
  const normalized = normalizeEncoding(encoding);
  stream._decoder ||= new StringDecoder(encoding);
  if (stream._decoder.encoding === normalized) return stream._decoder;
  if (normalized === undefined) throw new ERR_UNKNOWN_ENCODING(encoding);
  throw new ERR_INTERNAL_ASSERTION('Cannot change encoding');
}

function isTextual(encoding) {
  return encoding && encoding !== 'buffer';
}

function resultOf(memory) {
  if (isFault(memory)) throw errorOf(memory);
  return toBuffer(memory);
}

function update(stream, data, inputEncoding, outputEncoding) {
  if (typeof data === 'string') validateEncoding(data, inputEncoding);
  else if (!isArrayBufferView(data))
    throw new ERR_INVALID_ARG_TYPE('data', ['string', 'Buffer', 'TypedArray', 'DataView'], data);
  const bytes = resultOf(stream[kHandle].update(data, inputEncoding));
  return isTextual(outputEncoding) ? decoderFor(stream, outputEncoding).write(bytes) : bytes;
}

function final(stream, outputEncoding) {
  const bytes = resultOf(stream[kHandle].final());
  return isTextual(outputEncoding) ? decoderFor(stream, outputEncoding).end(bytes) : bytes;
}

function setAutoPadding(stream, pads) {
  if (!stream[kHandle].setAutoPadding(Boolean(pads)))
    throw new ERR_CRYPTO_INVALID_STATE('setAutoPadding');
}

function getAuthTag(stream) {
  const tag = stream[kHandle].getAuthTag();
  if (tag === undefined) throw new ERR_CRYPTO_INVALID_STATE('getAuthTag');
  return toBuffer(tag);
}

function setAuthTag(stream, tag, encoding) {
  const done = stream[kHandle].setAuthTag(getArrayBufferOrView(tag, 'buffer', encoding));
  if (isFault(done)) throw errorOf(done);
  if (!done) throw new ERR_CRYPTO_INVALID_STATE('setAuthTag');
}

function setAAD(stream, data, options) {
  const encoding = getStringOption(options, 'encoding');
  const textLength = getUIntOption(options, 'plaintextLength');
  const done = stream[kHandle].setAAD(getArrayBufferOrView(data, 'aadbuf', encoding), textLength);
  if (isFault(done)) throw errorOf(done);
  if (!done) throw new ERR_CRYPTO_INVALID_STATE('setAAD');
}

// As streams. What goes wrong with a chunk is thrown at who writes it.

function transform(stream, chunk, encoding, callback) {
  stream.push(resultOf(stream[kHandle].update(chunk, encoding)));
  callback();
}

function flush(stream, callback) {
  let rest;
  try {
    rest = resultOf(stream[kHandle].final());
  } catch (error) {
    callback(error);
    return;
  }
  stream.push(rest);
  callback();
}

module.exports = {
  createCipherWithIV,
  final,
  flush,
  getAuthTag,
  setAAD,
  setAuthTag,
  setAutoPadding,
  transform,
  update,
};
