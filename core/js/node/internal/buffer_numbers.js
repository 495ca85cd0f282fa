'use strict';

// The numbers of a Buffer: buf.readInt16LE() and its many relatives. Source: Node.js documentation,
// "Buffer"; which error is thrown for what was probed.

const {
  BigInt,
  Float32Array,
  Float64Array,
  MathFloor,
  MathPow,
  MathTrunc,
  Number,
  ObjectDefineProperty,
  StringPrototypeReplace,
  Uint8Array,
} = primordials;
const { codes } = require('internal/errors');
const { validateNumber } = require('internal/validators');

// What is wrong with an offset (or a byteLength) that `limit` forbids.
function boundsError(value, limit, name = 'offset') {
  if (MathFloor(value) !== value) {
    validateNumber(value, name);
    return new codes.ERR_OUT_OF_RANGE(name, 'an integer', value);
  }
  if (limit < 0) return new codes.ERR_BUFFER_OUT_OF_BOUNDS();
  return new codes.ERR_OUT_OF_RANGE(name, `>= ${name === 'offset' ? 0 : 1} and <= ${limit}`, value);
}

function checkOffset(buffer, offset, size) {
  validateNumber(offset, 'offset');
  if (buffer[offset] === undefined || buffer[offset + size - 1] === undefined)
    throw boundsError(offset, buffer.length - size);
}

function checkSize(size) {
  if (size !== 1 && size !== 2 && size !== 3 && size !== 4 && size !== 5 && size !== 6)
    throw boundsError(size, 6, 'byteLength');
}

// The highest byte comes first in big-endian, last in little-endian.
function readUnsigned(buffer, offset, size, little) {
  let value = 0;
  for (let i = 0; i < size; i++)
    value = value * 256 + buffer[little ? offset + size - 1 - i : offset + i];
  return value;
}

function readInteger(buffer, offset, size, signed, little) {
  checkOffset(buffer, offset, size);
  const value = readUnsigned(buffer, offset, size, little);
  if (!signed) return value;
  const half = MathPow(2, 8 * size - 1);
  return value < half ? value : value - 2 * half;
}

// Messages give the bounds of more than four bytes as powers.
function integerRange(size, signed) {
  const bits = 8 * size;
  if (size > 4) return signed ? `>= -(2 ** ${bits - 1}) and < 2 ** ${bits - 1}` : `>= 0 and < 2 ** ${bits}`;
  const half = MathPow(2, bits - 1);
  return signed ? `>= ${-half} and <= ${half - 1}` : `>= 0 and <= ${2 * half - 1}`;
}

function checkInteger(value, size, signed) {
  const limit = MathPow(2, signed ? 8 * size - 1 : 8 * size);
  if (value > limit - 1 || value < (signed ? -limit : 0))
    throw new codes.ERR_OUT_OF_RANGE('value', integerRange(size, signed), value);
}

function writeInteger(buffer, value, offset, size, signed, little) {
  value = +value;
  if (size === 1) validateNumber(offset, 'offset');
  checkInteger(value, size, signed);
  checkOffset(buffer, offset, size);
  let rest = MathTrunc(value) || 0;
  for (let i = 0; i < size; i++) {
    buffer[little ? offset + i : offset + size - 1 - i] = rest;
    rest = MathFloor(rest / 256);
  }
  return offset + size;
}

function readBigInteger(buffer, offset, signed, little) {
  checkOffset(buffer, offset, 8);
  const low = readUnsigned(buffer, little ? offset : offset + 4, 4, little);
  let high = readUnsigned(buffer, little ? offset + 4 : offset, 4, little);
  if (signed) high |= 0;
  return (BigInt(high) << 32n) + BigInt(low);
}

function writeBigInteger(buffer, value, offset, signed, little) {
  const limit = signed ? 1n << 63n : 1n << 64n;
  if (value >= limit || value < (signed ? -limit : 0n)) {
    const range = signed ? '>= -(2n ** 63n) and < 2n ** 63n' : '>= 0n and < 2n ** 64n';
    throw new codes.ERR_OUT_OF_RANGE('value', range, value);
  }
  checkOffset(buffer, offset, 8);
  let rest = value & 0xffffffffffffffffn;
  for (let i = 0; i < 8; i++) {
    buffer[little ? offset + i : offset + 7 - i] = Number(rest & 0xffn);
    rest >>= 8n;
  }
  return offset + 8;
}

// Floats go through memory that both see; every machine we run on is little-endian.
const single = new Float32Array(1);
const double = new Float64Array(1);
const singleBytes = new Uint8Array(single.buffer);
const doubleBytes = new Uint8Array(double.buffer);

function readFloat(buffer, offset, floats, bytes, little) {
  const size = bytes.length;
  checkOffset(buffer, offset, size);
  for (let i = 0; i < size; i++) bytes[little ? i : size - 1 - i] = buffer[offset + i];
  return floats[0];
}

function writeFloat(buffer, value, offset, floats, bytes, little) {
  value = +value;
  const size = bytes.length;
  checkOffset(buffer, offset, size);
  floats[0] = value;
  for (let i = 0; i < size; i++) buffer[offset + i] = bytes[little ? i : size - 1 - i];
  return offset + size;
}

function define(prototype, name, method) {
  ObjectDefineProperty(method, 'name', { __proto__: null, configurable: true, value: name });
  prototype[name] = method;
}

// readUInt8 is also readUint8: one function.
function addAlias(prototype, name) {
  const alias = StringPrototypeReplace(name, 'UInt', 'Uint');
  prototype[alias] = prototype[name];
}

function addIntegers(prototype, signed, little) {
  const type = signed ? 'Int' : 'UInt';
  const order = little ? 'LE' : 'BE';
  const add = (name, method) => {
    define(prototype, name, method);
    addAlias(prototype, name);
  };
  for (let size = little ? 1 : 2; size <= 4; size *= 2) {
    const suffix = size === 1 ? '8' : `${size * 8}${order}`;
    add(`read${type}${suffix}`, function(offset = 0) {
      return readInteger(this, offset, size, signed, little);
    });
    add(`write${type}${suffix}`, function(value, offset = 0) {
      return writeInteger(this, value, offset, size, signed, little);
    });
  }
  add(`read${type}${order}`, function(offset, byteLength) {
    if (offset === undefined) throw new codes.ERR_INVALID_ARG_TYPE('offset', 'number', offset);
    checkSize(byteLength);
    return readInteger(this, offset, byteLength, signed, little);
  });
  add(`write${type}${order}`, function(value, offset, byteLength) {
    checkSize(byteLength);
    return writeInteger(this, value, offset, byteLength, signed, little);
  });
  const big = signed ? 'BigInt64' : 'BigUInt64';
  add(`read${big}${order}`, function(offset = 0) {
    return readBigInteger(this, offset, signed, little);
  });
  add(`write${big}${order}`, function(value, offset = 0) {
    return writeBigInteger(this, value, offset, signed, little);
  });
}

function addFloats(prototype, little) {
  const order = little ? 'LE' : 'BE';
  const kinds = [['Float', single, singleBytes], ['Double', double, doubleBytes]];
  for (let i = 0; i < kinds.length; i++) {
    const floats = kinds[i][1];
    const bytes = kinds[i][2];
    define(prototype, `read${kinds[i][0]}${order}`, function(offset = 0) {
      return readFloat(this, offset, floats, bytes, little);
    });
    define(prototype, `write${kinds[i][0]}${order}`, function(value, offset = 0) {
      return writeFloat(this, value, offset, floats, bytes, little);
    });
  }
}

function addNumberMethods(prototype) {
  addIntegers(prototype, false, true);
  addIntegers(prototype, false, false);
  addIntegers(prototype, true, true);
  addIntegers(prototype, true, false);
  addFloats(prototype, true);
  addFloats(prototype, false);
}

module.exports = { addNumberMethods };
