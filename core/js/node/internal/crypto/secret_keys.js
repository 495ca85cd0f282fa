'use strict';

// New secrets. Source: Node.js documentation "crypto.generateKey()".

const { FunctionPrototypeCall } = primordials;
const binding = internalBinding('crypto');
const { Buffer } = require('buffer');
const { codes: { ERR_INVALID_ARG_VALUE } } = require('internal/errors');
const { secretKeyOf } = require('internal/crypto/keys');
const { validateFunction, validateInteger, validateObject, validateOneOf, validateString } =
  require('internal/validators');

// What the callback is called on.
class SecretKeyGenJob {}

// In bytes.
function lengthOf(type, options) {
  validateString(type, 'type');
  validateObject(options, 'options');
  const { length } = options;
  if (type === 'hmac') validateInteger(length, 'options.length', 8, 2 ** 31 - 1);
  else if (type === 'aes') validateOneOf(length, 'options.length', [128, 192, 256]);
  else throw new ERR_INVALID_ARG_VALUE('type', type, 'must be a supported key type');
  return (length - length % 8) / 8;
}

function generateKey(type, options, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = undefined;
  }
  const length = lengthOf(type, options);
  validateFunction(callback, 'callback');
  const bytes = Buffer.alloc(length);
  const job = new SecretKeyGenJob();
  job.ondone = () => FunctionPrototypeCall(callback, job, null, secretKeyOf(bytes));
  binding.randomFill(job.ondone, bytes, 0, length);
}

function generateKeySync(type, options) {
  const bytes = Buffer.alloc(lengthOf(type, options));
  binding.randomFill(undefined, bytes, 0, bytes.length);
  return secretKeyOf(bytes);
}

module.exports = { generateKey, generateKeySync };
