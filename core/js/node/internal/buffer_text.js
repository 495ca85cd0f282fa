'use strict';

// A Buffer's bytes as text and back, by encoding. Source: Node.js documentation, "Buffers and character
// encodings".

const {
  Error,
  MathMax,
  MathMin,
  MathTrunc,
  NumberPrototypeToString,
  ObjectDefineProperty,
  RangeError,
  StringPrototypeCharCodeAt,
  TypeError,
  TypedArrayPrototypeGetByteLength,
} = primordials;
const { codes, nativeError } = require('internal/errors');
const { normalizeEncoding } = require('internal/util');
const binding = internalBinding('buffer');

const kMaxStringLength = 536870888;  // V8's; ours could be longer

const kEquals = 61;

// Trailing padding counts as no digits, whether it belongs there or not.
function base64Length(string) {
  let digits = string.length;
  if (digits > 0 && StringPrototypeCharCodeAt(string, digits - 1) === kEquals) digits--;
  if (digits > 1 && StringPrototypeCharCodeAt(string, digits - 1) === kEquals) digits--;
  return (digits * 3) >>> 2;
}

// By normalized name: its number for the binding, how many bytes a string takes (at most, for those that
// skip characters), how many characters bytes take, and the size of a code unit.
const encodings = {
  __proto__: null,
  ascii: { id: 0, byteLength: (s) => s.length, textLength: (n) => n, unit: 1 },
  utf8: { id: 1, byteLength: binding.utf8Length, textLength: (n) => n / 3, unit: 1 },
  base64: { id: 2, byteLength: base64Length, textLength: (n) => (n + 2) / 3 * 4, unit: 1 },
  utf16le: { id: 3, byteLength: (s) => s.length * 2, textLength: (n) => n / 2, unit: 2 },
  latin1: { id: 4, byteLength: (s) => s.length, textLength: (n) => n, unit: 1 },
  hex: { id: 5, byteLength: (s) => s.length >>> 1, textLength: (n) => n * 2, unit: 1 },
  base64url: { id: 6, byteLength: base64Length, textLength: (n) => n / 3 * 4, unit: 1 },
};

// Undefined for an unknown encoding.
function findEncoding(name) {
  const normalized = name === '' || name === null ? undefined : normalizeEncoding(name);
  return normalized === undefined ? undefined : encodings[normalized];
}

function requireEncoding(name) {
  const encoding = findEncoding(name);
  if (encoding === undefined) throw new codes.ERR_UNKNOWN_ENCODING(name);
  return encoding;
}

function checkTextLength(length) {
  if (length <= kMaxStringLength) return;
  const limit = NumberPrototypeToString(kMaxStringLength, 16);
  throw nativeError(Error, 'ERR_STRING_TOO_LONG', `Cannot create a string longer than 0x${limit} characters`);
}

function decode(view, encoding, start, end) {
  checkTextLength(encoding.textLength(end - start));
  const text = binding.decode(view, encoding.id, start, end);
  checkTextLength(text.length);  // of UTF-8, whose length only decoding tells
  return text;
}

function encodeInto(view, string, encoding, offset, length) {
  if (typeof string !== 'string')
    throw nativeError(TypeError, 'ERR_INVALID_ARG_TYPE', 'argument must be a string');
  return binding.encode(view, string, encoding.id, offset, offset + length);
}

function toIndex(value, fallback) {
  if (value === undefined) return fallback;
  const index = MathTrunc(+value) || 0;
  if (index < 0) throw nativeError(RangeError, 'ERR_OUT_OF_RANGE', 'Index out of range');
  return index;
}

function sliceMethod(encoding) {
  return function(start, end) {
    const length = TypedArrayPrototypeGetByteLength(this);
    const from = toIndex(start, 0);
    const to = MathMax(toIndex(end, length), from);
    if (to > length) throw nativeError(RangeError, 'ERR_OUT_OF_RANGE', 'Index out of range');
    return decode(this, encoding, from, to);
  };
}

function writeMethod(encoding) {
  return function(string, offset, length) {
    const size = TypedArrayPrototypeGetByteLength(this);
    const from = toIndex(offset, 0);
    if (from > size) {
      throw nativeError(RangeError, 'ERR_BUFFER_OUT_OF_BOUNDS', '"offset" is outside of buffer bounds');
    }
    const room = size - from;
    return encodeInto(this, string, encoding, from, MathMin(toIndex(length, room), room));
  };
}

// buf.asciiSlice(), buf.utf8Write() and so on: undocumented, and used all the same.
const methodNames = {
  __proto__: null,
  ascii: 'ascii', base64: 'base64', base64url: 'base64url', latin1: 'latin1', hex: 'hex', ucs2: 'utf16le', utf8: 'utf8',
};

function addTextMethods(prototype) {
  for (const kind of [['Slice', sliceMethod], ['Write', writeMethod]]) {
    for (const name in methodNames) {
      const method = kind[1](encodings[methodNames[name]]);
      ObjectDefineProperty(method, 'name', { __proto__: null, configurable: true, value: `${name}${kind[0]}` });
      prototype[`${name}${kind[0]}`] = method;
    }
  }
}

module.exports = {
  addTextMethods,
  decode,
  encodeInto,
  encodings,
  findEncoding,
  kMaxStringLength,
  requireEncoding,
};
