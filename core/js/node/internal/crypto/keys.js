'use strict';

// Keys as objects: secrets only, of which there is nothing to know but their bytes.
// Source: Node.js documentation "Class: KeyObject", "crypto.createSecretKey()".

const { ObjectDefineProperty, ObjectSetPrototypeOf, Symbol, SymbolToStringTag, Uint8Array } = primordials;
const binding = internalBinding('crypto');
const { Buffer } = require('buffer');
const {
  ERR_ILLEGAL_CONSTRUCTOR,
  ERR_INVALID_ARG_TYPE,
  ERR_INVALID_ARG_VALUE,
} = require('internal/errors').codes;
const { encoded, isByteSource } = require('internal/crypto/bytes');
const NativeKeyObject = require('internal/crypto/key_brand');
const { refuse } = require('internal/unsupported');
const { kClone, defineCloned } = require('internal/worker/cloneable');
const { validateObject, validateOneOf } = require('internal/validators');

const kKeyType = Symbol('kKeyType');
const { bytesOf, isKeyObject } = NativeKeyObject;

const kBytesTypes = ['ArrayBuffer', 'Buffer', 'TypedArray', 'DataView'];

class KeyObject extends NativeKeyObject {
  constructor(type, handle) {
    if (type !== 'secret' && type !== 'public' && type !== 'private')
      throw new ERR_INVALID_ARG_VALUE('type', type);
    if (typeof handle !== 'object' || !Buffer.isBuffer(handle))
      throw new ERR_INVALID_ARG_TYPE('handle', 'object', handle);
    super(handle);
    this[kKeyType] = type;
  }

  get type() {
    return this[kKeyType];
  }

  // Keys of WebCrypto are not made here.
  static from(key) {
    throw new ERR_INVALID_ARG_TYPE('key', 'CryptoKey', key);
  }

  equals(otherKeyObject) {
    if (!isKeyObject(otherKeyObject))
      throw new ERR_INVALID_ARG_TYPE('otherKeyObject', 'KeyObject', otherKeyObject);
    return otherKeyObject.type === this.type && binding.areEqual(bytesOf(this), bytesOf(otherKeyObject));
  }
}
ObjectDefineProperty(KeyObject.prototype, SymbolToStringTag, {
  __proto__: null, configurable: true, value: 'KeyObject',
});

class SecretKeyObject extends KeyObject {
  constructor(handle) {
    super('secret', handle);
  }

  [kClone]() {
    return { kind: 'SecretKey', data: new Uint8Array(bytesOf(this)) };
  }

  get symmetricKeySize() {
    return bytesOf(this).length;
  }

  export(options) {
    if (options !== undefined) {
      validateObject(options, 'options');
      validateOneOf(options.format, 'options.format', [undefined, 'buffer', 'jwk']);
      if (options.format === 'jwk') return { kty: 'oct', k: bytesOf(this).toString('base64url') };
    }
    return Buffer.from(bytesOf(this));
  }
}

defineCloned('SecretKey', (key, { buffer }) => {
  new NativeKeyObject(Buffer.from(buffer), key);
  ObjectSetPrototypeOf(key, SecretKeyObject.prototype);
  key[kKeyType] = 'secret';
});

class CryptoKey {
  constructor() {
    throw new ERR_ILLEGAL_CONSTRUCTOR();
  }
}

// A copy of its own.
function secretKeyOf(bytes) {
  return new SecretKeyObject(Buffer.from(Buffer.isBuffer(bytes) || !bytes.buffer ? bytes :
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)));
}

// The bytes of a key as functions take it.
function prepareSecretKey(key, encoding, bufferOnly = false) {
  if (!bufferOnly) {
    if (isKeyObject(key)) return bytesOf(key);
    if (typeof key === 'string') return encoded(key, encoding);
  }
  if (!isByteSource(key)) {
    const types = bufferOnly ? kBytesTypes : ['string', ...kBytesTypes, 'KeyObject', 'CryptoKey'];
    throw new ERR_INVALID_ARG_TYPE('key', types, key);
  }
  return key;
}

function createSecretKey(key, encoding) {
  if (typeof key === 'string') return secretKeyOf(encoded(key, encoding));
  return secretKeyOf(prepareSecretKey(key, encoding, true));
}

module.exports = {
  CryptoKey,
  KeyObject,
  bytesOf,
  createPrivateKey: refuse('crypto', 'createPrivateKey'),
  createPublicKey: refuse('crypto', 'createPublicKey'),
  createSecretKey,
  isKeyObject,
  prepareSecretKey,
  secretKeyOf,
};
