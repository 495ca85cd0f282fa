'use strict';

// Source: Node.js documentation "Class: Hmac".

const { FunctionPrototypeCall, ObjectSetPrototypeOf } = primordials;
const binding = internalBinding('crypto');
const { Buffer } = require('buffer');
const {
  ERR_CRYPTO_HASH_FINALIZED,
  ERR_CRYPTO_HASH_UPDATE_FAILED,
  ERR_INVALID_ARG_TYPE,
} = require('internal/errors').codes;
const { encoded, encodedOutput, getStringOption, toBuffer } = require('internal/crypto/bytes');
const { errorOf, isFault } = require('internal/crypto/faults');
const { prepareSecretKey } = require('internal/crypto/keys');
const LazyTransform = require('internal/crypto/lazy_transform');
const { kFinalized, kHandle, kState } = require('internal/crypto/symbols');
const { isArrayBufferView } = require('internal/util/types');
const { validateEncoding, validateString } = require('internal/validators');

// The host's HMAC, in the hands of a stream.
const HmacHandle = class Hmac {
  #hmac;

  constructor(hmac) {
    this.#hmac = hmac;
  }

  update(data, encoding) {
    return binding.updateHmac(this.#hmac, typeof data === 'string' ? encoded(data, encoding) : data);
  }

  digest() {
    return binding.finishHmac(this.#hmac);
  }
};

function Hmac(hmac, key, options) {
  if (!new.target) return new Hmac(hmac, key, options);
  checkName(hmac);
  const secret = keyFor(key, getStringOption(options, 'encoding'));
  this[kHandle] = opened(binding.createHmac(hmac, secret));
  this[kState] = { [kFinalized]: false };
  FunctionPrototypeCall(LazyTransform, this, options);
}
ObjectSetPrototypeOf(Hmac.prototype, LazyTransform.prototype);
ObjectSetPrototypeOf(Hmac, LazyTransform);

// Each of these stands for a place in Node's functions, which stacks show.

function checkName(name) {
  validateString(name, 'hmac');
}

function keyFor(key, encoding) {
  return prepareSecretKey(key, encoding);
}

function opened(hmac) {
  if (isFault(hmac)) throw errorOf(hmac);
  return new HmacHandle(hmac);
}

function requireUnfinished(hmac) {
  if (hmac[kState][kFinalized]) throw new ERR_CRYPTO_HASH_FINALIZED();
}

function checkData(data, encoding) {
  if (typeof data === 'string') validateEncoding(data, encoding);
  else if (!isArrayBufferView(data))
    throw new ERR_INVALID_ARG_TYPE('data', ['string', 'Buffer', 'TypedArray', 'DataView'], data);
}

Hmac.prototype.update = function update(data, encoding) {
  requireUnfinished(this);
  checkData(data, encoding);
  if (!this[kHandle].update(data, encoding)) throw new ERR_CRYPTO_HASH_UPDATE_FAILED();
  return this;
};

// Nothing is left the second time.
Hmac.prototype.digest = function digest(outputEncoding) {
  const state = this[kState];
  if (state[kFinalized]) {
    const nothing = Buffer.from('');
    return outputEncoding && outputEncoding !== 'buffer' ? nothing.toString(outputEncoding) : nothing;
  }
  const result = encodedOutput(this[kHandle].digest(), outputEncoding);
  state[kFinalized] = true;
  return result;
};

Hmac.prototype._transform = function _transform(chunk, encoding, callback) {
  this[kHandle].update(chunk, encoding);
  callback();
};

Hmac.prototype._flush = function _flush(callback) {
  this.push(toBuffer(this[kHandle].digest()));
  callback();
};

module.exports = { Hmac };
