'use strict';

// Source: Node.js documentation "crypto.randomInt()". Numbers come from a supply of random bytes, which a call
// with a callback has filled on the pool.

const { ArrayPrototypePush, ArrayPrototypeSplice, NumberIsSafeInteger } = primordials;
const { Buffer } = require('buffer');
const { codes: { ERR_INVALID_ARG_TYPE, ERR_OUT_OF_RANGE } } = require('internal/errors');
const { randomFill, randomFillSync } = require('internal/crypto/random');
const { validateFunction } = require('internal/validators');

const kMaxRange = 0xFFFF_FFFF_FFFF;
const kBytes = 6;

const supply = Buffer.alloc(kBytes * 1024);
let used = supply.length;
const waiting = [];
let isFilling = false;

function requireSafe(value, name) {
  if (!NumberIsSafeInteger(value)) throw new ERR_INVALID_ARG_TYPE(name, 'a safe integer', value);
}

// A number below `range`, or undefined if the supply is used up. What does not divide evenly is skipped, so
// that all numbers are equally likely.
function take(range) {
  const limit = kMaxRange - (kMaxRange % range);
  while (used < supply.length) {
    const number = supply.readUIntBE(used, kBytes);
    used += kBytes;
    if (number < limit) return number % range;
  }
  return undefined;
}

function fillAndServe() {
  isFilling = true;
  randomFill(supply, () => {
    isFilling = false;
    used = 0;
    const served = ArrayPrototypeSplice(waiting, 0);
    for (let i = 0; i < served.length; i++) randomInt(served[i].min, served[i].max, served[i].callback);
  });
}

function randomInt(min, max, callback) {
  const isMinGiven = max !== undefined && typeof max !== 'function';
  if (!isMinGiven) {
    callback = max;
    max = min;
    min = 0;
  }
  if (callback !== undefined) validateFunction(callback, 'callback');
  requireSafe(min, 'min');
  requireSafe(max, 'max');
  if (max <= min) throw new ERR_OUT_OF_RANGE('max', `greater than the value of "min" (${min})`, max);
  const range = max - min;
  if (!(range <= kMaxRange))
    throw new ERR_OUT_OF_RANGE(isMinGiven ? 'max - min' : 'max', `<= ${kMaxRange}`, range);

  let number = take(range);
  if (callback === undefined) {
    while (number === undefined) {
      randomFillSync(supply);
      used = 0;
      number = take(range);
    }
    return min + number;
  }
  if (number !== undefined) {
    process.nextTick(callback, undefined, min + number);
    return;
  }
  ArrayPrototypePush(waiting, { min, max, callback });
  if (!isFilling) fillAndServe();
}

module.exports = { randomInt };
