'use strict';

// Checks of arguments, each throwing the error Node throws. Source: Node.js 20's messages.

const {
  ArrayIsArray,
  ArrayPrototypeIncludes,
  ArrayPrototypeJoin,
  ArrayPrototypeMap,
  NumberIsFinite,
  NumberIsInteger,
  NumberIsNaN,
  NumberMAX_SAFE_INTEGER,
  NumberMIN_SAFE_INTEGER,
  NumberParseInt,
  ObjectPrototypeHasOwnProperty,
  RegExpPrototypeExec,
  StringPrototypeToUpperCase,
  StringPrototypeTrim,
} = primordials;
const { codes } = require('internal/errors');

// Error classes are made when something is wrong for the first time.
function argType(name, expected, actual) {
  return new codes.ERR_INVALID_ARG_TYPE(name, expected, actual);
}

function outOfRange(name, range, actual) {
  return new codes.ERR_OUT_OF_RANGE(name, range, actual);
}

function isInt32(value) {
  return value === (value | 0);
}

function isUint32(value) {
  return value === (value >>> 0);
}

function validateString(value, name) {
  if (typeof value !== 'string') throw argType(name, 'string', value);
}

function validateBoolean(value, name) {
  if (typeof value !== 'boolean') throw argType(name, 'boolean', value);
}

function validateFunction(value, name) {
  if (typeof value !== 'function') throw argType(name, 'Function', value);
}

function validatePlainFunction(value, name) {
  if (typeof value !== 'function' || require('internal/util/types').isAsyncFunction(value))
    throw argType(name, 'Function', value);
}

function validateUndefined(value, name) {
  if (value !== undefined) throw argType(name, 'undefined', value);
}

function validateUnion(value, name, union) {
  if (!ArrayPrototypeIncludes(union, value))
    throw argType(name, `('${ArrayPrototypeJoin(union, '|')}')`, value);
}

function validateNumber(value, name, min = undefined, max = undefined) {
  if (typeof value !== 'number') throw argType(name, 'number', value);
  const bounded = min !== undefined || max !== undefined;
  const outside = (min !== undefined && value < min) || (max !== undefined && value > max);
  if (!outside && !(bounded && NumberIsNaN(value))) return;
  const low = min !== undefined ? `>= ${min}` : '';
  const high = max !== undefined ? `<= ${max}` : '';
  throw outOfRange(name, low && high ? `${low} && ${high}` : low || high, value);
}

function requireInteger(value, name, min, max) {
  if (typeof value !== 'number') throw argType(name, 'number', value);
  if (!NumberIsInteger(value)) throw outOfRange(name, 'an integer', value);
  if (value < min || value > max) throw outOfRange(name, `>= ${min} && <= ${max}`, value);
}

function validateInteger(value, name, min = NumberMIN_SAFE_INTEGER, max = NumberMAX_SAFE_INTEGER) {
  requireInteger(value, name, min, max);
}

function validateInt32(value, name, min = -2147483648, max = 2147483647) {
  requireInteger(value, name, min, max);
}

function validateUint32(value, name, positive = false) {
  requireInteger(value, name, positive ? 1 : 0, 4294967295);
}

// True for a finite number, false if there is none to check.
function validateFiniteNumber(value, name) {
  if (value === undefined) return false;
  if (NumberIsFinite(value)) return true;
  if (NumberIsNaN(value)) return false;
  validateNumber(value, name);
  throw outOfRange(name, 'a finite number', value);
}

function checkRangesOrGetDefault(value, name, lower, upper, fallback) {
  if (!validateFiniteNumber(value, name)) return fallback;
  if (value < lower || value > upper) throw outOfRange(name, `>= ${lower} and <= ${upper}`, value);
  return value;
}

const kOctal = /^[0-7]+$/;

function parseFileMode(value, name, fallback) {
  value ??= fallback;
  if (typeof value === 'string') {
    if (RegExpPrototypeExec(kOctal, value) === null) {
      throw new codes.ERR_INVALID_ARG_VALUE(
        name, value, 'must be a 32-bit unsigned integer or an octal string');
    }
    value = NumberParseInt(value, 8);
  }
  validateUint32(value, name);
  return value;
}

function validateOneOf(value, name, oneOf) {
  if (ArrayPrototypeIncludes(oneOf, value)) return;
  const shown = ArrayPrototypeMap(oneOf, (v) => (typeof v === 'string' ? `'${v}'` : `${v}`));
  throw new codes.ERR_INVALID_ARG_VALUE(
    name, value, `must be one of: ${ArrayPrototypeJoin(shown, ', ')}`);
}

const kValidateObjectNone = 0;
const kValidateObjectAllowNullable = 1;
const kValidateObjectAllowArray = 2;
const kValidateObjectAllowFunction = 4;
const kValidateObjectAllowObjects = kValidateObjectAllowArray | kValidateObjectAllowFunction;
const kValidateObjectAllowObjectsAndNull = kValidateObjectAllowObjects | kValidateObjectAllowNullable;

function validateObject(value, name, options = kValidateObjectNone) {
  const allowed =
    value === null ? (options & kValidateObjectAllowNullable) !== 0 :
    ArrayIsArray(value) ? (options & kValidateObjectAllowArray) !== 0 :
    typeof value === 'function' ? (options & kValidateObjectAllowFunction) !== 0 :
    typeof value === 'object';
  if (!allowed) throw argType(name, 'Object', value);
}

// A dictionary as Web IDL has it.
function validateDictionary(value, name) {
  if (value !== null && value !== undefined && typeof value !== 'object' &&
      typeof value !== 'function') throw argType(name, 'a dictionary', value);
}

function validateArray(value, name, minLength = 0) {
  if (!ArrayIsArray(value)) throw argType(name, 'Array', value);
  if (value.length < minLength)
    throw new codes.ERR_INVALID_ARG_VALUE(name, value, `must be longer than ${minLength}`);
}

function arrayValidator(validateElement) {
  return (value, name) => {
    validateArray(value, name);
    for (let i = 0; i < value.length; i++) validateElement(value[i], `${name}[${i}]`);
  };
}

const validateStringArray = arrayValidator(validateString);
const validateBooleanArray = arrayValidator(validateBoolean);

function validateAbortSignal(signal, name) {
  if (signal !== undefined &&
      (signal === null || typeof signal !== 'object' || !('aborted' in signal)))
    throw argType(name, 'AbortSignal', signal);
}

const validateAbortSignalArray = arrayValidator((signal, name) => {
  if (signal === undefined) throw argType(name, 'AbortSignal', signal);
  validateAbortSignal(signal, name);
});

function validateBuffer(buffer, name = 'buffer') {
  if (!require('internal/util/types').isArrayBufferView(buffer))
    throw argType(name, ['Buffer', 'TypedArray', 'DataView'], buffer);
}

function validateEncoding(data, encoding) {
  const normalized = require('internal/util').normalizeEncoding(encoding);
  const { length } = data;
  if (normalized === 'hex' && length % 2 !== 0) {
    throw new codes.ERR_INVALID_ARG_VALUE(
      'encoding', encoding, `is invalid for data of length ${length}`);
  }
}

function validatePort(port, name = 'Port', allowZero = true) {
  const isNumber = typeof port === 'number';
  const isText = typeof port === 'string' && StringPrototypeTrim(port).length !== 0;
  if ((!isNumber && !isText) || +port !== (+port >>> 0) || port > 0xFFFF ||
      (+port === 0 && !allowZero)) throw new codes.ERR_SOCKET_BAD_PORT(name, port, allowZero);
  return +port;
}

function validateSignalName(signal, name = 'signal') {
  validateString(signal, name);
  const { signals } = require('os').constants;
  if (ObjectPrototypeHasOwnProperty(signals, signal)) return;
  const upper = StringPrototypeToUpperCase(signal);
  if (ObjectPrototypeHasOwnProperty(signals, upper))
    throw new codes.ERR_UNKNOWN_SIGNAL(`${signal} (signals must use all capital letters)`);
  throw new codes.ERR_UNKNOWN_SIGNAL(signal);
}

// A `this` that only our own constructors give the field to.
function validateInternalField(object, field, className) {
  if (typeof object !== 'object' || object === null ||
      !ObjectPrototypeHasOwnProperty(object, field)) throw argType('this', className, object);
}

module.exports = {
  checkRangesOrGetDefault,
  isInt32,
  isUint32,
  kValidateObjectAllowArray,
  kValidateObjectAllowFunction,
  kValidateObjectAllowNullable,
  kValidateObjectAllowObjects,
  kValidateObjectAllowObjectsAndNull,
  kValidateObjectNone,
  parseFileMode,
  validateAbortSignal,
  validateAbortSignalArray,
  validateArray,
  validateBoolean,
  validateBooleanArray,
  validateBuffer,
  validateDictionary,
  validateEncoding,
  validateFiniteNumber,
  validateFunction,
  validateInt32,
  validateInteger,
  validateInternalField,
  validateNumber,
  validateObject,
  validateOneOf,
  validatePlainFunction,
  validatePort,
  validateSignalName,
  validateString,
  validateStringArray,
  validateUint32,
  validateUndefined,
  validateUnion,
};
