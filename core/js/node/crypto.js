'use strict';

// Source: Node.js documentation "Crypto". OpenSSL does the work (core/os/crypto); what is not simulated says so
// when it is used: asymmetric keys, signatures, key exchange, primes and certificates.

const { ObjectDefineProperties } = primordials;
const { Cipheriv } = require('internal/crypto/cipheriv');
const { constants } = require('internal/crypto/constants');
const { Decipheriv } = require('internal/crypto/decipheriv');
const { Hash, hash } = require('internal/crypto/hash');
const { hkdf, hkdfSync } = require('internal/crypto/hkdf');
const { Hmac } = require('internal/crypto/hmac');
const { KeyObject, createPrivateKey, createPublicKey, createSecretKey } = require('internal/crypto/keys');
const { getCipherInfo, getCiphers, getHashes } = require('internal/crypto/names');
const { pbkdf2, pbkdf2Sync } = require('internal/crypto/pbkdf2');
const { randomBytes, randomFill, randomFillSync } = require('internal/crypto/random');
const { randomInt } = require('internal/crypto/random_int');
const { randomUUID } = require('internal/crypto/random_uuid');
const { scrypt, scryptSync } = require('internal/crypto/scrypt');
const { generateKey, generateKeySync } = require('internal/crypto/secret_keys');
const { timingSafeEqual } = require('internal/crypto/timing_safe_equal');
const { refuse } = require('internal/unsupported');

function createHash(algorithm, options) {
  return new Hash(algorithm, options);
}

function createHmac(hmac, key, options) {
  return new Hmac(hmac, key, options);
}

function createCipheriv(cipher, key, iv, options) {
  return new Cipheriv(cipher, key, iv, options);
}

function createDecipheriv(cipher, key, iv, options) {
  return new Decipheriv(cipher, key, iv, options);
}

// The machine is not in FIPS mode, and cannot be.
function getFips() {
  return 0;
}

function setFips(enabled) {
  if (enabled) refuse('crypto', 'setFips')();
}

function secureHeapUsed() {
  return { total: 0, used: 0, utilization: 0, min: 0 };
}

function webcrypto() {
  return require('internal/crypto/webcrypto').crypto;
}

function getRandomValues(array) {
  return webcrypto().getRandomValues(array);
}

module.exports = {
  checkPrime: refuse('crypto', 'checkPrime'),
  checkPrimeSync: refuse('crypto', 'checkPrimeSync'),
  createCipheriv,
  createDecipheriv,
  createDiffieHellman: refuse('crypto', 'createDiffieHellman'),
  createDiffieHellmanGroup: refuse('crypto', 'createDiffieHellmanGroup'),
  createECDH: refuse('crypto', 'createECDH'),
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  createSign: refuse('crypto', 'createSign'),
  createVerify: refuse('crypto', 'createVerify'),
  diffieHellman: refuse('crypto', 'diffieHellman'),
  generatePrime: refuse('crypto', 'generatePrime'),
  generatePrimeSync: refuse('crypto', 'generatePrimeSync'),
  getCiphers,
  getCipherInfo,
  getCurves: refuse('crypto', 'getCurves'),
  getDiffieHellman: refuse('crypto', 'getDiffieHellman'),
  getHashes,
  hkdf,
  hkdfSync,
  pbkdf2,
  pbkdf2Sync,
  generateKeyPair: refuse('crypto', 'generateKeyPair'),
  generateKeyPairSync: refuse('crypto', 'generateKeyPairSync'),
  generateKey,
  generateKeySync,
  privateDecrypt: refuse('crypto', 'privateDecrypt'),
  privateEncrypt: refuse('crypto', 'privateEncrypt'),
  publicDecrypt: refuse('crypto', 'publicDecrypt'),
  publicEncrypt: refuse('crypto', 'publicEncrypt'),
  randomBytes,
  randomFill,
  randomFillSync,
  randomInt,
  randomUUID,
  scrypt,
  scryptSync,
  sign: refuse('crypto', 'sign'),
  setEngine: refuse('crypto', 'setEngine'),
  timingSafeEqual,
  getFips,
  setFips,
  verify: refuse('crypto', 'verify'),
  hash,
  Certificate: refuse('crypto', 'Certificate'),
  Cipher: refuse('crypto', 'Cipher'),
  Cipheriv,
  Decipher: refuse('crypto', 'Decipher'),
  Decipheriv,
  DiffieHellman: refuse('crypto', 'DiffieHellman'),
  DiffieHellmanGroup: refuse('crypto', 'DiffieHellmanGroup'),
  ECDH: refuse('crypto', 'ECDH'),
  Hash,
  Hmac,
  KeyObject,
  Sign: refuse('crypto', 'Sign'),
  Verify: refuse('crypto', 'Verify'),
  X509Certificate: refuse('crypto', 'X509Certificate'),
  secureHeapUsed,
};

function getter(get, enumerable) {
  return { __proto__: null, configurable: false, enumerable, get };
}

// Deprecated names of randomBytes().
function replaceable(value) {
  return { __proto__: null, configurable: true, enumerable: false, writable: true, value };
}

ObjectDefineProperties(module.exports, {
  createCipher: { __proto__: null, value: refuse('crypto', 'createCipher') },
  createDecipher: { __proto__: null, value: refuse('crypto', 'createDecipher') },
  fips: { ...getter(getFips, false), set: setFips },
  constants: { __proto__: null, enumerable: true, value: constants },
  webcrypto: getter(webcrypto, true),
  subtle: getter(() => webcrypto().subtle, true),
  getRandomValues: getter(() => getRandomValues, true),
  prng: replaceable(randomBytes),
  pseudoRandomBytes: replaceable(randomBytes),
  rng: replaceable(randomBytes),
});
