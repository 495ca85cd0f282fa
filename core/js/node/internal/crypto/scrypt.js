'use strict';

// Source: Node.js documentation "crypto.scrypt()".

const { FunctionPrototypeCall } = primordials;
const binding = internalBinding('crypto');
const { codes: { ERR_CRYPTO_SCRYPT_INVALID_PARAMETER } } = require('internal/errors');
const { getArrayBufferOrView, toBuffer } = require('internal/crypto/bytes');
const { errorOf, isFault } = require('internal/crypto/faults');
const { validateFunction, validateInt32, validateInteger, validateUint32 } = require('internal/validators');

// What the callback is called on.
class ScryptJob {}

const kDefaults = { N: 16384, r: 8, p: 1, maxmem: 32 << 20 };

// An option that goes by two names, of which only one may be used.
function optionOf(options, name, longName, fallback) {
  let value = options[name];
  if (value !== undefined) validateUint32(value, name);
  if (options[longName] !== undefined) {
    if (value !== undefined) throw new ERR_CRYPTO_SCRYPT_INVALID_PARAMETER();
    value = options[longName];
    validateUint32(value, longName);
  }
  return value || fallback;
}

function check(password, salt, keylen, options) {
  password = getArrayBufferOrView(password, 'password');
  salt = getArrayBufferOrView(salt, 'salt');
  validateInt32(keylen, 'keylen', 0);
  if (!options) return { password, salt, keylen, ...kDefaults };
  const N = optionOf(options, 'N', 'cost', kDefaults.N);
  const r = optionOf(options, 'r', 'blockSize', kDefaults.r);
  const p = optionOf(options, 'p', 'parallelization', kDefaults.p);
  const { maxmem } = options;
  if (maxmem !== undefined) validateInteger(maxmem, 'maxmem', 0);
  return { password, salt, keylen, N, r, p, maxmem: maxmem || kDefaults.maxmem };
}

function submit(callback, { password, salt, keylen, N, r, p, maxmem }) {
  return binding.scrypt(callback, password, salt, N, r, p, maxmem, keylen);
}

function scrypt(password, salt, keylen, options, callback = undefined) {
  if (callback === undefined) {
    callback = options;
    options = undefined;
  }
  const asked = check(password, salt, keylen, options);
  validateFunction(callback, 'callback');
  const job = new ScryptJob();
  job.ondone = (result) => {
    if (isFault(result)) FunctionPrototypeCall(callback, job, errorOf(result));
    else FunctionPrototypeCall(callback, job, null, toBuffer(result));
  };
  const fault = submit(job.ondone, asked);
  if (fault !== undefined) throw errorOf(fault);
}

function scryptSync(password, salt, keylen, options) {
  const result = submit(undefined, check(password, salt, keylen, options));
  if (isFault(result)) throw errorOf(result);
  return toBuffer(result);
}

module.exports = { scrypt, scryptSync };
