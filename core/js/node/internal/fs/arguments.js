'use strict';

// What file functions are given, checked and brought into one form. Source: Node.js documentation
// "File system", and the errors Node 20 throws.

const {
  ArrayIsArray,
  BigInt,
  DateNow,
  DatePrototypeGetTime,
  MathTrunc,
  Number,
  NumberIsFinite,
  NumberIsInteger,
  RangeError,
  StringPrototypeIncludes,
  TypeError,
  TypedArrayPrototypeIncludes,
} = primordials;
const binding = internalBinding('fs');
const { Buffer } = require('buffer');
const { codes, nativeError } = require('internal/errors');
const { isArrayBufferView, isDate, isUint8Array } = require('internal/util/types');
const { isURL } = require('internal/url');
const {
  isUint32, parseFileMode, validateAbortSignal, validateEncoding, validateFunction, validateInt32, validateInteger,
} = require('internal/validators');
const { constants } = require('internal/fs/constants');

// ---- Paths and descriptors ----

function validatePath(path, name = 'path') {
  const isText = typeof path === 'string';
  if (!isText && !isUint8Array(path)) throw new codes.ERR_INVALID_ARG_TYPE(name, ['string', 'Buffer', 'URL'], path);
  if (isText ? !StringPrototypeIncludes(path, '\u0000') : !TypedArrayPrototypeIncludes(path, 0)) return;
  throw new codes.ERR_INVALID_ARG_VALUE(name, path, 'must be a string, Uint8Array, or URL without null bytes');
}

function toPath(path, name) {
  if (isURL(path)) path = require('internal/url_file').fileURLToPath(path);
  validatePath(path, name);
  return path;
}

// As text, for what builds paths of it.
function textOf(path) {
  return typeof path === 'string' ? path : Buffer.from(path).toString();
}

function toDescriptor(fd, name = 'fd') {
  if (typeof fd !== 'number') validateInt32(fd, name, 0);
  if (fd === 0) return 0;
  validateInt32(fd, name, 0, 2147483647);
  return fd;
}

function isDescriptor(path) {
  return isUint32(path);
}

// ---- Options ----

function checkEncoding(encoding) {
  if (encoding && !Buffer.isEncoding(encoding))
    throw new codes.ERR_INVALID_ARG_VALUE('encoding', encoding, 'is invalid encoding');
}

function getOptions(options, defaults = {}) {
  if (options === null || options === undefined || typeof options === 'function') return defaults;
  if (typeof options === 'string') options = { ...defaults, encoding: options };
  else if (typeof options !== 'object') throw new codes.ERR_INVALID_ARG_TYPE('options', ['string', 'Object'], options);
  if (options.encoding !== 'buffer') checkEncoding(options.encoding);
  if (options.signal !== undefined) validateAbortSignal(options.signal, 'options.signal');
  return options;
}

// A copy that may be changed, also of what the options inherit.
function copyOptions(options) {
  const copy = { __proto__: null };
  for (const name in options) copy[name] = options[name];
  return copy;
}

const { O_APPEND, O_CREAT, O_EXCL, O_RDONLY, O_RDWR, O_SYNC, O_TRUNC, O_WRONLY } = constants;
const kFlags = {
  '__proto__': null,
  'r': O_RDONLY,
  'rs': O_RDONLY | O_SYNC,
  'sr': O_RDONLY | O_SYNC,
  'r+': O_RDWR,
  'rs+': O_RDWR | O_SYNC,
  'sr+': O_RDWR | O_SYNC,
  'w': O_TRUNC | O_CREAT | O_WRONLY,
  'wx': O_TRUNC | O_CREAT | O_WRONLY | O_EXCL,
  'xw': O_TRUNC | O_CREAT | O_WRONLY | O_EXCL,
  'w+': O_TRUNC | O_CREAT | O_RDWR,
  'wx+': O_TRUNC | O_CREAT | O_RDWR | O_EXCL,
  'xw+': O_TRUNC | O_CREAT | O_RDWR | O_EXCL,
  'a': O_APPEND | O_CREAT | O_WRONLY,
  'ax': O_APPEND | O_CREAT | O_WRONLY | O_EXCL,
  'xa': O_APPEND | O_CREAT | O_WRONLY | O_EXCL,
  'as': O_APPEND | O_CREAT | O_WRONLY | O_SYNC,
  'sa': O_APPEND | O_CREAT | O_WRONLY | O_SYNC,
  'a+': O_APPEND | O_CREAT | O_RDWR,
  'ax+': O_APPEND | O_CREAT | O_RDWR | O_EXCL,
  'xa+': O_APPEND | O_CREAT | O_RDWR | O_EXCL,
  'as+': O_APPEND | O_CREAT | O_RDWR | O_SYNC,
  'sa+': O_APPEND | O_CREAT | O_RDWR | O_SYNC,
};

function toFlags(flags, name = 'flags') {
  if (typeof flags === 'number') {
    validateInt32(flags, name);
    return flags;
  }
  if (flags === null || flags === undefined) return O_RDONLY;
  const known = typeof flags === 'string' ? kFlags[flags] : undefined;
  if (known === undefined) throw new codes.ERR_INVALID_ARG_VALUE(name, flags);
  return known;
}

// Of access() and copyFile(): up to three bits.
function toSmallMode(mode) {
  if (mode === null || mode === undefined) return 0;
  if (typeof mode !== 'number')
    throw nativeError(TypeError, 'ERR_INVALID_ARG_TYPE', 'mode must be int32 or null/undefined');
  if (!NumberIsFinite(mode)) throw nativeError(RangeError, 'ERR_OUT_OF_RANGE', 'mode is out of range');
  mode = MathTrunc(mode);
  if (mode < 0 || mode > 7)
    throw nativeError(RangeError, 'ERR_OUT_OF_RANGE', 'mode is out of range: >= 0 && <= 7');
  return mode;
}

// A user's or group's number; -1 is for the one it has.
function toOwner(id, name) {
  validateInteger(id, name, -1, 4294967295);
  return id;
}

const toMode = parseFileMode;

// Seconds since 1970, of a Date, a number or a text that holds one.
function toUnixTimestamp(time, name = 'time') {
  if (typeof time === 'string' && +time == time) return +time;
  if (NumberIsFinite(time)) return time < 0 ? DateNow() / 1000 : time;
  if (isDate(time)) return DatePrototypeGetTime(time) / 1000;
  throw new codes.ERR_INVALID_ARG_TYPE(name, ['Date', 'Time in seconds'], time);
}

// ---- Ranges ----

function outOfRange(name, range, received) {
  return new codes.ERR_OUT_OF_RANGE(name, range, received);
}

function checkRangeToRead(offset, length, bufferLength) {
  if (offset < 0) throw outOfRange('offset', '>= 0', offset);
  if (length < 0) throw outOfRange('length', '>= 0', length);
  if (offset + length > bufferLength) throw outOfRange('length', `<= ${bufferLength - offset}`, length);
}

function checkRangeToWrite(offset, length, byteLength) {
  if (offset > byteLength) throw outOfRange('offset', `<= ${byteLength}`, offset);
  if (length > byteLength - offset) throw outOfRange('length', `<= ${byteLength - offset}`, length);
  if (length < 0) throw outOfRange('length', '>= 0', length);
  validateInt32(length, 'length', 0);
}

const kLeastPosition = -(2n ** 63n);
const kMostPosition = 2n ** 63n - 1n;

// Where to read: -1 for where the file stands.
function toPosition(position) {
  if (position === null || position === undefined) return -1;
  if (typeof position === 'number') {
    validateInteger(position, 'position', -1);
    return position;
  }
  if (typeof position !== 'bigint') throw new codes.ERR_INVALID_ARG_TYPE('position', ['integer', 'bigint'], position);
  if (position < kLeastPosition || position > kMostPosition)
    throw outOfRange('position', `>= ${kLeastPosition} && <= ${kMostPosition}`, position);
  return position < 0n ? -1 : Number(position);
}

// Bytes of a text that is written; an encoding nobody knows is taken for UTF-8.
function toBytes(text, encoding) {
  validateEncoding(text, encoding);
  return Buffer.from(text, Buffer.isEncoding(encoding) ? encoding : 'utf8');
}

// Where to write: whatever is no number is where the file stands.
function toWritePosition(position) {
  return typeof position === 'number' && NumberIsInteger(position) ? position : -1;
}

function checkText(data, name) {
  if (typeof data !== 'string') {
    throw new codes.ERR_INVALID_ARG_TYPE(name, ['string', 'Buffer', 'TypedArray', 'DataView'], data);
  }
}

function checkViews(buffers) {
  const isList = ArrayIsArray(buffers);
  for (let i = 0; isList && i < buffers.length; i++) {
    if (!isArrayBufferView(buffers[i])) throw new codes.ERR_INVALID_ARG_TYPE('buffers', 'ArrayBufferView[]', buffers);
  }
  if (!isList) throw new codes.ERR_INVALID_ARG_TYPE('buffers', 'ArrayBufferView[]', buffers);
  return buffers;
}

function validateCallback(callback) {
  validateFunction(callback, 'cb');
  return callback;
}

let warnedOfTemplate = false;

function checkTemplate(prefix) {
  const last = prefix[prefix.length - 1];
  const kUpperX = 0x58;
  if (warnedOfTemplate || (last !== 'X' && last !== kUpperX)) return;
  warnedOfTemplate = true;
  process.emitWarning('mkdtemp() templates ending with X are not portable. For details see: https://nodejs.org/api/fs.html');
}

// Text that came of a path, as the option `encoding` asks for it.
function encoded(text, encoding) {
  if (text === undefined || !encoding || encoding === 'utf8' || encoding === 'utf-8') return text;
  const bytes = Buffer.from(text);
  return encoding === 'buffer' ? bytes : bytes.toString(encoding);
}

module.exports = {
  binding,
  checkTemplate,
  checkRangeToRead,
  checkRangeToWrite,
  checkText,
  checkViews,
  copyOptions,
  encoded,
  getOptions,
  isDescriptor,
  textOf,
  toBytes,
  toDescriptor,
  toFlags,
  toMode,
  toOwner,
  toPath,
  toPosition,
  toSeconds: toUnixTimestamp,
  toSmallMode,
  toWritePosition,
  validateCallback,
  validatePath,
};
