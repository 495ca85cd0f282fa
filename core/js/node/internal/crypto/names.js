'use strict';

// Which hashes and ciphers there are. Source: Node.js documentation "crypto.getHashes()", "crypto.getCiphers()",
// "crypto.getCipherInfo()".

const {
  ArrayPrototypePush,
  ArrayPrototypeSlice,
  ArrayPrototypeSort,
  SafeMap,
  StringPrototypeToLowerCase,
} = primordials;
const binding = internalBinding('crypto');
const { codes: { ERR_INVALID_ARG_TYPE } } = require('internal/errors');
const { validateInt32, validateObject } = require('internal/validators');

// Of names that differ in case only, the lower one.
function withoutDuplicates(names) {
  const kept = new SafeMap();
  for (let i = 0; i < names.length; i++) {
    const key = StringPrototypeToLowerCase(names[i]);
    if (kept.get(key) !== key) kept.set(key, names[i]);
  }
  const result = [];
  kept.forEach((name) => ArrayPrototypePush(result, name));
  return ArrayPrototypeSort(result);
}

let hashes;
let ciphers;

function getHashes() {
  hashes ??= withoutDuplicates(binding.digestNames());
  return ArrayPrototypeSlice(hashes);
}

function getCiphers() {
  ciphers ??= withoutDuplicates(binding.cipherNames());
  return ArrayPrototypeSlice(ciphers);
}

function getCipherInfo(nameOrNid, options) {
  if (typeof nameOrNid !== 'string' && typeof nameOrNid !== 'number')
    throw new ERR_INVALID_ARG_TYPE('nameOrNid', ['string', 'number'], nameOrNid);
  if (typeof nameOrNid === 'number') validateInt32(nameOrNid, 'nameOrNid');
  let keyLength;
  let ivLength;
  if (options !== undefined) {
    validateObject(options, 'options');
    ({ keyLength, ivLength } = options);
    if (keyLength !== undefined) validateInt32(keyLength, 'options.keyLength');
    if (ivLength !== undefined) validateInt32(ivLength, 'options.ivLength');
  }
  const info = binding.cipherInfo(nameOrNid, keyLength, ivLength);
  if (info !== undefined) info.name = StringPrototypeToLowerCase(info.name);
  return info;
}

module.exports = { getCipherInfo, getCiphers, getHashes };
