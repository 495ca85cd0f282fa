'use strict';

// What crypto takes as bytes, and gives as a Buffer or as text.

const { StringPrototypeToLowerCase } = primordials;
const { Buffer } = require('buffer');
const { FastBuffer } = require('internal/buffer_memory');
const { codes: { ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE } } = require('internal/errors');
const { normalizeEncoding } = require('internal/util');
const { isAnyArrayBuffer, isArrayBufferView } = require('internal/util/types');
const { validateString } = require('internal/validators');

// An encoding that is none is taken for utf8.
function encoded(text, encoding) {
  return Buffer.from(text, normalizeEncoding(encoding) ?? 'utf8');
}

function isByteSource(value) {
  return isArrayBufferView(value) || isAnyArrayBuffer(value);
}

function getArrayBufferOrView(value, name, encoding) {
  if (isByteSource(value)) return value;
  if (typeof value === 'string') return encoded(value, encoding === 'buffer' ? 'utf8' : encoding);
  throw new ERR_INVALID_ARG_TYPE(
    name, ['string', 'ArrayBuffer', 'Buffer', 'TypedArray', 'DataView'], value);
}

// Of an ArrayBuffer of the host's.
function toBuffer(memory) {
  return new FastBuffer(memory);
}

// What an output encoding stands for: undefined for bytes.
function outputEncodingOf(encoding) {
  if (!encoding) return undefined;
  const name = `${encoding}`;
  if (StringPrototypeToLowerCase(name) === 'buffer') return undefined;
  return normalizeEncoding(name);
}

function encodedOutput(memory, encoding) {
  const bytes = toBuffer(memory);
  const normalized = outputEncodingOf(encoding);
  return normalized === undefined ? bytes : bytes.toString(normalized);
}

function getStringOption(options, key) {
  const value = options?.[key];
  if (value !== undefined && value !== null) validateString(value, `options.${key}`);
  return value;
}

// Undefined: not given.
function getUIntOption(options, key) {
  const value = options?.[key];
  if (value === undefined || value === null) return undefined;
  if (value >>> 0 !== value) throw new ERR_INVALID_ARG_VALUE(`options.${key}`, value);
  return value;
}

module.exports = {
  encoded,
  encodedOutput,
  getArrayBufferOrView,
  getStringOption,
  getUIntOption,
  isByteSource,
  toBuffer,
};
