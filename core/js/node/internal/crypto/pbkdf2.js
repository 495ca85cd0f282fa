'use strict';

// Source: Node.js documentation "crypto.pbkdf2()".

const { FunctionPrototypeCall } = primordials;
const binding = internalBinding('crypto');
const { getArrayBufferOrView, toBuffer } = require('internal/crypto/bytes');
const { errorOf, isFault } = require('internal/crypto/faults');
const { validateFunction, validateInt32, validateString } = require('internal/validators');

// What the callback is called on.
class PBKDF2Job {}

function check(password, salt, iterations, keylen, digest) {
  validateString(digest, 'digest');
  password = getArrayBufferOrView(password, 'password');
  salt = getArrayBufferOrView(salt, 'salt');
  validateInt32(iterations, 'iterations', 1);
  validateInt32(keylen, 'keylen', 0);
  return { password, salt };
}

function submit(callback, { password, salt }, iterations, keylen, digest) {
  return binding.pbkdf2(callback, password, salt, iterations, keylen, digest);
}

function pbkdf2(password, salt, iterations, keylen, digest, callback) {
  if (typeof digest === 'function') {
    callback = digest;
    digest = undefined;
  }
  const bytes = check(password, salt, iterations, keylen, digest);
  validateFunction(callback, 'callback');
  const job = new PBKDF2Job();
  job.ondone = (result) => {
    if (isFault(result)) FunctionPrototypeCall(callback, job, errorOf(result));
    else FunctionPrototypeCall(callback, job, null, toBuffer(result));
  };
  const fault = submit(job.ondone, bytes, iterations, keylen, digest);
  if (fault !== undefined) throw errorOf(fault);
}

function pbkdf2Sync(password, salt, iterations, keylen, digest) {
  const bytes = check(password, salt, iterations, keylen, digest);
  const result = submit(undefined, bytes, iterations, keylen, digest);
  if (isFault(result)) throw errorOf(result);
  return toBuffer(result);
}

module.exports = { pbkdf2, pbkdf2Sync };
