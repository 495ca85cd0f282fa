'use strict';

// The Web Cryptography API, of which random numbers and digests are simulated.
// Source: W3C "Web Cryptography API"; Node.js documentation "Web Crypto API".

const {
  ArrayPrototypeIncludes,
  ObjectDefineProperties,
  Promise,
  StringPrototypeToUpperCase,
  SymbolToStringTag,
  TypeError,
} = primordials;
const binding = internalBinding('crypto');
const {
  ERR_ILLEGAL_CONSTRUCTOR,
  ERR_INVALID_THIS,
} = require('internal/errors').codes;
const { nativeError } = require('internal/errors');
const { DOMException } = require('internal/domexception');
const { isByteSource } = require('internal/crypto/bytes');
const { errorOf, isFault } = require('internal/crypto/faults');
const { randomFillSync } = require('internal/crypto/random');
const { randomUUID } = require('internal/crypto/random_uuid');
const { isFloat32Array, isFloat64Array, isTypedArray } = require('internal/util/types');

const kMostRandomBytes = 65536;
const kDigests = ['SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'];

// ---- crypto.subtle ----

class SubtleCrypto {
  constructor() {
    throw new ERR_ILLEGAL_CONSTRUCTOR();
  }
}

const { digest } = {
  async digest(algorithm, data) {
    requireThis(this, subtle, 'SubtleCrypto');
    requireArguments('digest', 'SubtleCrypto', arguments.length, 2);
    const name = digestName(algorithm);
    if (!isByteSource(data)) {
      throw nativeError(TypeError, 'ERR_INVALID_ARG_TYPE',
                        "Failed to execute 'digest' on 'SubtleCrypto': 2nd argument is not instance of " +
                        'ArrayBuffer, Buffer, TypedArray, or DataView.');
    }
    return digestInPool(name, data);
  },
};

async function digestInPool(name, data) {
  return new Promise((resolve, reject) => {
    const fault = binding.digest((result) => {
      if (isFault(result)) reject(errorOf(result));
      else resolve(result);
    }, name, data);
    if (fault !== undefined) reject(errorOf(fault));
  });
}

function requireThis(self, expected, name) {
  if (self !== expected) throw new ERR_INVALID_THIS(name);
}

function requireArguments(method, owner, given, required) {
  if (given >= required) return;
  throw nativeError(TypeError, 'ERR_MISSING_ARGS',
                    `Failed to execute '${method}' on '${owner}': ${required} argument${required === 1 ? '' : 's'} ` +
                    `required, but only ${given} present.`);
}

// An algorithm is a name, or an object with one.
function digestName(algorithm) {
  const isObject = algorithm !== null && (typeof algorithm === 'object' || typeof algorithm === 'function');
  if (isObject && algorithm.name === undefined) {
    throw nativeError(TypeError, 'ERR_MISSING_OPTION',
                      "Failed to normalize algorithm: passed algorithm can not be converted to 'Algorithm' " +
                      "because 'name' is required in 'Algorithm'.");
  }
  const name = StringPrototypeToUpperCase(`${isObject ? algorithm.name : algorithm}`);
  if (!ArrayPrototypeIncludes(kDigests, name))
    throw new DOMException('Unrecognized algorithm name', 'NotSupportedError');
  return name;
}

function method(value) {
  return { __proto__: null, configurable: true, enumerable: true, writable: true, value };
}

// What is not simulated, and says so. How many arguments it takes is checked before.
function refuse(name, required) {
  const refusal = {
    async [name]() {
      requireThis(this, subtle, 'SubtleCrypto');
      requireArguments(name, 'SubtleCrypto', arguments.length, required);
      throw new DOMException(`SubtleCrypto.${name}() is not simulated`, 'NotSupportedError');
    },
  };
  return method(refusal[name]);
}

ObjectDefineProperties(SubtleCrypto.prototype, {
  [SymbolToStringTag]: { __proto__: null, configurable: true, value: 'SubtleCrypto' },
  encrypt: refuse('encrypt', 3),
  decrypt: refuse('decrypt', 3),
  sign: refuse('sign', 3),
  verify: refuse('verify', 4),
  digest: method(digest),
  generateKey: refuse('generateKey', 3),
  deriveKey: refuse('deriveKey', 5),
  deriveBits: refuse('deriveBits', 2),
  importKey: refuse('importKey', 4),
  exportKey: refuse('exportKey', 2),
  wrapKey: refuse('wrapKey', 4),
  unwrapKey: refuse('unwrapKey', 7),
});

// ---- crypto ----

const kEnumerable = { __proto__: null, enumerable: true };

class Crypto {
  constructor() {
    throw new ERR_ILLEGAL_CONSTRUCTOR();
  }

  get subtle() {
    requireThis(this, crypto, 'Crypto');
    return subtle;
  }

  getRandomValues(array) {
    requireThis(this, crypto, 'Crypto');
    requireArguments('getRandomValues', 'Crypto', arguments.length, 1);
    if (!isTypedArray(array) || isFloat32Array(array) || isFloat64Array(array))
      throw new DOMException('The data argument must be an integer-type TypedArray', 'TypeMismatchError');
    if (array.byteLength > kMostRandomBytes)
      throw new DOMException('The requested length exceeds 65,536 bytes', 'QuotaExceededError');
    return randomFillSync(array, 0);
  }

  randomUUID(options) {
    requireThis(this, crypto, 'Crypto');
    return randomUUID(options);
  }
}

ObjectDefineProperties(Crypto.prototype, {
  [SymbolToStringTag]: { __proto__: null, configurable: true, value: 'Crypto' },
  subtle: kEnumerable,
  getRandomValues: kEnumerable,
  randomUUID: kEnumerable,
});

const subtle = { __proto__: SubtleCrypto.prototype };
const crypto = { __proto__: Crypto.prototype };

module.exports = { Crypto, SubtleCrypto, crypto };
