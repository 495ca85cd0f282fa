'use strict';

// Source: Node.js documentation, "Buffer". Memory, text, numbers and search have files of their own
// (internal/buffer_*.js).

const {
  ArrayPrototypeJoin,
  ArrayPrototypePush,
  Error,
  MathFloor,
  MathMax,
  MathMin,
  MathTrunc,
  NumberIsNaN,
  NumberMAX_SAFE_INTEGER,
  NumberMIN_SAFE_INTEGER,
  ObjectDefineProperties,
  ObjectDefineProperty,
  ObjectGetOwnPropertyDescriptor,
  ObjectSetPrototypeOf,
  ReflectOwnKeys,
  StringPrototypeCharCodeAt,
  StringPrototypeIncludes,
  StringPrototypeSlice,
  SymbolSpecies,
  TypedArrayPrototypeFill,
  TypedArrayPrototypeGetBuffer,
  TypedArrayPrototypeGetByteLength,
  TypedArrayPrototypeGetByteOffset,
  TypedArrayPrototypeGetLength,
  TypedArrayPrototypeSet,
  TypedArrayPrototypeSlice,
  Uint8Array,
} = primordials;
const { codes } = require('internal/errors');
const { customInspectSymbol, kIsEncodingSymbol, normalizeEncoding } = require('internal/util');
const { isAnyArrayBuffer, isArrayBufferView, isTypedArray, isUint8Array } = require('internal/util/types');
const { validateArray, validateInteger, validateNumber, validateString } = require('internal/validators');
const { addNumberMethods } = require('internal/buffer_numbers');
const { bytesOf, search } = require('internal/buffer_search');
const {
  addTextMethods, decode, encodeInto, encodings, findEncoding, kMaxStringLength, requireEncoding,
} = require('internal/buffer_text');
const memory = require('internal/buffer_memory');
const binding = internalBinding('buffer');

const { FastBuffer, kMaxLength } = memory;
const kBytesTypes = ['Buffer', 'Uint8Array'];

function requireBytes(value, name) {
  if (!isUint8Array(value)) throw new codes.ERR_INVALID_ARG_TYPE(name, kBytesTypes, value);
}

function validateOffset(value, name, min = 0, max = kMaxLength) {
  validateInteger(value, name, min, max);
}

// ---- Making Buffers ----

const kDeprecation = 'Buffer() is deprecated due to security and usability issues. Please use the ' +
  'Buffer.alloc(), Buffer.allocUnsafe(), or Buffer.from() methods instead.';
// Looking where the caller is takes time.
const kMostChecks = 10000;
let checks = 0;
let hasWarned = false;

// Code of packages is not warned about: whoever runs the program cannot change it.
function warnOnce() {
  if (hasWarned || ++checks > kMostChecks ||
      StringPrototypeIncludes(binding.callerLocation(), 'node_modules/')) return;
  hasWarned = true;
  process.emitWarning(kDeprecation, 'DeprecationWarning', 'DEP0005', Buffer);
}

function Buffer(arg, encodingOrOffset, length) {
  warnOnce();
  if (typeof arg !== 'number') return Buffer.from(arg, encodingOrOffset, length);
  if (typeof encodingOrOffset === 'string') throw new codes.ERR_INVALID_ARG_TYPE('string', 'string', arg);
  return Buffer.alloc(arg);
}

ObjectDefineProperty(Buffer, SymbolSpecies, {
  __proto__: null, configurable: true, enumerable: false, get() { return FastBuffer; },
});

memory.usePoolSizeOf(Buffer);

Buffer.from = function from(value, encodingOrOffset, length) {
  return memory.from(value, encodingOrOffset, length);
};

Buffer.copyBytesFrom = function copyBytesFrom(view, offset, length) {
  if (!isTypedArray(view)) throw new codes.ERR_INVALID_ARG_TYPE('view', ['TypedArray'], view);
  const size = TypedArrayPrototypeGetLength(view);
  if (size === 0) return new FastBuffer();
  if (offset === undefined && length === undefined) return bytesCopied(view);
  if (offset === undefined) offset = 0;
  else validateInteger(offset, 'offset', 0);
  if (offset >= size) return new FastBuffer();
  if (length === undefined) return bytesCopied(TypedArrayPrototypeSlice(view, offset));
  validateInteger(length, 'length', 0);
  return bytesCopied(TypedArrayPrototypeSlice(view, offset, offset + length));
};

function bytesCopied(view) {
  return memory.fromArrayLike(new Uint8Array(
    TypedArrayPrototypeGetBuffer(view), TypedArrayPrototypeGetByteOffset(view),
    TypedArrayPrototypeGetByteLength(view)));
}

Buffer.of = function of(...items) {
  return memory.fromArrayLike(items);
};

Buffer.alloc = function alloc(size, fill, encoding) {
  memory.checkSize(size);
  const buffer = new FastBuffer(size);
  return fill === undefined || fill === 0 || size === 0 ? buffer : fillWith(buffer, fill, encoding);
};

Buffer.allocUnsafe = function allocUnsafe(size) {
  memory.checkSize(size);
  return memory.allocate(size);
};

Buffer.allocUnsafeSlow = function allocUnsafeSlow(size) {
  memory.checkSize(size);
  return new FastBuffer(size);
};

function SlowBuffer(size) {
  memory.checkSize(size);
  return new FastBuffer(size);
}
ObjectSetPrototypeOf(SlowBuffer.prototype, Uint8Array.prototype);
ObjectSetPrototypeOf(SlowBuffer, Uint8Array);

Buffer.isBuffer = function isBuffer(value) {
  return value instanceof Buffer;
};

Buffer.compare = function compare(buf1, buf2) {
  requireBytes(buf1, 'buf1');
  requireBytes(buf2, 'buf2');
  return buf1 === buf2 ? 0 : binding.compare(buf1, 0, buf1.byteLength, buf2, 0, buf2.byteLength);
};

Buffer.isEncoding = function isEncoding(encoding) {
  return typeof encoding === 'string' && encoding.length !== 0 &&
    normalizeEncoding(encoding) !== undefined;
};
Buffer[kIsEncodingSymbol] = Buffer.isEncoding;

Buffer.concat = function concat(list, length) {
  validateArray(list, 'list');
  if (list.length === 0) return new FastBuffer();
  if (length !== undefined) validateOffset(length, 'length');
  let total = 0;
  for (let i = 0; i < list.length; i++) {
    if (!isUint8Array(list[i])) {
      throw new codes.ERR_INVALID_ARG_TYPE(`list[${i}]`, kBytesTypes, list[i]);
    }
    total += TypedArrayPrototypeGetByteLength(list[i]);
  }
  return memory.concat(list, length ?? total);
};

Buffer.byteLength = function byteLength(string, encoding) {
  if (typeof string === 'string') return (findEncoding(encoding) ?? encodings.utf8).byteLength(string);
  if (isArrayBufferView(string) || isAnyArrayBuffer(string)) return string.byteLength;
  throw new codes.ERR_INVALID_ARG_TYPE('string', ['string', 'Buffer', 'ArrayBuffer'], string);
};

ObjectSetPrototypeOf(Buffer, Uint8Array);
FastBuffer.prototype.constructor = Buffer;
Buffer.prototype = FastBuffer.prototype;
addNumberMethods(Buffer.prototype);
addTextMethods(Buffer.prototype);

function viewProperty(get) {
  return {
    __proto__: null,
    enumerable: true,
    get() { return this instanceof Buffer ? get(this) : undefined; },
  };
}
ObjectDefineProperties(Buffer.prototype, {
  __proto__: null,
  parent: viewProperty(TypedArrayPrototypeGetBuffer),
  offset: viewProperty(TypedArrayPrototypeGetByteOffset),
});

// ---- Copying and comparing ----

function toInteger(value, fallback) {
  const number = +value;
  const isSafe = !NumberIsNaN(number) && number >= NumberMIN_SAFE_INTEGER &&
    number <= NumberMAX_SAFE_INTEGER;
  return isSafe ? MathFloor(number) : fallback;
}

function copyPosition(value, name, fallback, max) {
  if (value === undefined) return fallback;
  const position = toInteger(value, 0);
  if (position >= 0 && !(position > max)) return position;
  throw new codes.ERR_OUT_OF_RANGE(name, max === undefined ? '>= 0' : `>= 0 && <= ${max}`, position);
}

Buffer.prototype.copy = function copy(target, targetStart, sourceStart, sourceEnd) {
  requireBytes(this, 'source');
  requireBytes(target, 'target');
  const size = TypedArrayPrototypeGetByteLength(this);
  const start = copyPosition(targetStart, 'targetStart', 0);
  const first = copyPosition(sourceStart, 'sourceStart', 0, size);
  const last = MathMin(copyPosition(sourceEnd, 'sourceEnd', size), size);
  const count = MathMin(last - first, TypedArrayPrototypeGetByteLength(target) - start);
  if (count <= 0) return 0;
  const offset = TypedArrayPrototypeGetByteOffset(this) + first;
  TypedArrayPrototypeSet(target, new Uint8Array(TypedArrayPrototypeGetBuffer(this), offset, count), start);
  return count;
};

Buffer.prototype.equals = function equals(otherBuffer) {
  requireBytes(otherBuffer, 'otherBuffer');
  if (this === otherBuffer) return true;
  return this.byteLength === otherBuffer.byteLength && Buffer.compare(this, otherBuffer) === 0;
};

function rangeEnd(value, name, fallback, max = fallback) {
  if (value === undefined) return fallback;
  validateOffset(value, name, 0, max);
  return value;
}

Buffer.prototype.compare = function compare(target, targetStart, targetEnd, sourceStart, sourceEnd) {
  requireBytes(target, 'target');
  const from = rangeEnd(targetStart, 'targetStart', 0, kMaxLength);
  const to = rangeEnd(targetEnd, 'targetEnd', target.length);
  const ownFrom = rangeEnd(sourceStart, 'sourceStart', 0, kMaxLength);
  const ownTo = rangeEnd(sourceEnd, 'sourceEnd', this.length);
  if (ownFrom >= ownTo) return from >= to ? 0 : -1;
  if (from >= to) return 1;
  return binding.compare(this, ownFrom, ownTo, target, from, to);
};

Buffer.prototype.indexOf = function indexOf(value, byteOffset, encoding) {
  return search(this, value, byteOffset, encoding, true);
};

Buffer.prototype.lastIndexOf = function lastIndexOf(value, byteOffset, encoding) {
  return search(this, value, byteOffset, encoding, false);
};

Buffer.prototype.includes = function includes(value, byteOffset, encoding) {
  return search(this, value, byteOffset, encoding, true) !== -1;
};

function clampedIndex(value, length) {
  const index = MathTrunc(+value) || 0;
  return index < 0 ? MathMax(index + length, 0) : MathMin(index, length);
}

Buffer.prototype.subarray = function subarray(start, end) {
  const length = this.length;
  const from = clampedIndex(start, length);
  const to = end === undefined ? length : clampedIndex(end, length);
  return new FastBuffer(this.buffer, this.byteOffset + from, MathMax(to - from, 0));
};

Buffer.prototype.slice = function slice(start, end) {
  return this.subarray(start, end);
};

// ---- Filling and writing ----

function fillEncoding(name) {
  const encoding = findEncoding(name ?? 'utf8') ?? (name === '' ? encodings.utf8 : undefined);
  if (encoding !== undefined) return encoding;
  validateString(name, 'encoding');
  throw new codes.ERR_UNKNOWN_ENCODING(name);
}

// The number a one-character (or empty) string fills with, where bytes and characters agree.
function byteOfString(string, encoding) {
  if (string.length === 0) return 0;
  if (string.length > 1) return undefined;
  const code = StringPrototypeCharCodeAt(string, 0);
  const limit = encoding === encodings.utf8 ? 128 : encoding === encodings.latin1 ? 256 : 0;
  return code < limit ? code : undefined;
}

function fillPattern(value, encoding) {
  if (typeof value === 'string') return byteOfString(value, encoding) ?? bytesOf(value, encoding);
  if (isArrayBufferView(value)) return value;
  return typeof value === 'number' ? value : value >>> 0;
}

function fillRange(buffer, value, start, end) {
  if (typeof value === 'number') {
    if (end > buffer.byteLength) throw new codes.ERR_BUFFER_OUT_OF_BOUNDS();
    TypedArrayPrototypeFill(buffer, value, start, end);
    return true;
  }
  if (value.byteLength === 0) return false;
  binding.fill(buffer, value, start, end);
  return true;
}

function fillBuffer(buffer, value, offset, end, encodingName) {
  if (typeof value === 'string') {
    if (offset === undefined || typeof offset === 'string') {
      encodingName = offset;
      offset = undefined;
    } else if (typeof end === 'string') {
      encodingName = end;
      end = undefined;
    }
  }
  const encoding = typeof value === 'string' ? fillEncoding(encodingName) : encodings.utf8;
  const pattern = fillPattern(value, encoding);
  let last = buffer.length;
  if (offset === undefined) {
    offset = 0;
  } else {
    validateNumber(offset, 'offset', 0, kMaxLength);
    if (end !== undefined) {
      validateNumber(end, 'end', 0, buffer.length);
      last = end;
    }
    if (offset >= last) return buffer;
  }
  if (!fillRange(buffer, pattern, offset, last)) throw new codes.ERR_INVALID_ARG_VALUE('value', value);
  return buffer;
}

function fillWith(buffer, value, encoding) {
  return fillBuffer(buffer, value, encoding);
}

Buffer.prototype.fill = function fill(value, offset, end, encoding) {
  return fillBuffer(this, value, offset, end, encoding);
};

Buffer.prototype.write = function write(string, offset, length, encodingName) {
  const size = this.length;
  if (offset === undefined) return encodeInto(this, string, encodings.utf8, 0, size);
  if (length === undefined && typeof offset === 'string') {
    return encodeInto(this, string, requireEncoding(offset), 0, size);
  }
  validateOffset(offset, 'offset', 0, size);
  let room = size - offset;
  if (typeof length === 'string') {
    encodingName = length;
  } else if (length !== undefined) {
    validateOffset(length, 'length', 0, size);
    room = MathMin(room, length);
  }
  const encoding = encodingName ? requireEncoding(encodingName) : encodings.utf8;
  return encodeInto(this, string, encoding, offset, room);
};

// ---- Buffers as text ----

Buffer.prototype.toString = function toString(encodingName, start, end) {
  const length = this.length;
  const from = start <= 0 || start === undefined ? 0 : MathTrunc(start) || 0;
  if (from >= length) return '';
  const to = end === undefined || end > length ? length : MathTrunc(end) || 0;
  if (to <= from) return '';
  const encoding = encodingName === undefined ? encodings.utf8 : requireEncoding(encodingName);
  return decode(this, encoding, from, to);
};
Buffer.prototype.toLocaleString = Buffer.prototype.toString;

Buffer.prototype.toJSON = function toJSON() {
  const data = [];
  for (let i = 0; i < this.length; i++) ArrayPrototypePush(data, this[i]);
  return { type: 'Buffer', data };
};

let inspectMaxBytes = 50;

function isIndex(key) {
  return typeof key === 'string' && `${key >>> 0}` === key;
}

// The properties a script has added.
function ownProperties(buffer, showHidden) {
  const object = { __proto__: null };
  let found = false;
  const keys = ReflectOwnKeys(buffer);
  for (let i = TypedArrayPrototypeGetLength(buffer); i < keys.length; i++) {
    if (isIndex(keys[i])) continue;
    if (!showHidden && !ObjectGetOwnPropertyDescriptor(buffer, keys[i]).enumerable) continue;
    object[keys[i]] = buffer[keys[i]];
    found = true;
  }
  return found ? object : undefined;
}

const kPrefixLength = '[Object: null prototype] { '.length;

Buffer.prototype.inspect = Buffer.prototype[customInspectSymbol] = function inspect(depth, context) {
  const shown = MathMin(inspectMaxBytes, this.length);
  const parts = [];
  for (let i = 0; i < shown; i++) ArrayPrototypePush(parts, decode(this, encodings.hex, i, i + 1));
  let text = ArrayPrototypeJoin(parts, ' ');
  const rest = this.length - shown;
  if (rest > 0) text += ` ... ${rest} more byte${rest > 1 ? 's' : ''}`;
  const extras = context && ownProperties(this, context.showHidden);
  if (extras) {
    const { inspect: show } = require('internal/util/inspect');
    const shownExtras = show(extras, { ...context, breakLength: Infinity, compact: true });
    text += `${text === '' ? '' : ', '}${StringPrototypeSlice(shownExtras, kPrefixLength, -2)}`;
  }
  return `<${this.constructor.name} ${text}>`;
};

function swapMethod(unit) {
  return function() {
    if (this.length % unit !== 0) throw new codes.ERR_INVALID_BUFFER_SIZE(`${unit * 8}-bits`);
    binding.swap(this, unit);
    return this;
  };
}
for (let unit = 2; unit <= 8; unit *= 2) {
  const name = `swap${unit * 8}`;
  Buffer.prototype[name] = swapMethod(unit);
  ObjectDefineProperty(Buffer.prototype[name], 'name', { __proto__: null, configurable: true, value: name });
}

// ---- Functions of the module ----

function binaryInput(input) {
  if (isTypedArray(input)) return input;
  if (isAnyArrayBuffer(input)) {
    try {
      return new Uint8Array(input);
    } catch {
      throw new codes.ERR_INVALID_STATE('Cannot validate on a detached buffer');
    }
  }
  throw new codes.ERR_INVALID_ARG_TYPE('input', ['ArrayBuffer', 'Buffer', 'TypedArray'], input);
}

function isUtf8(input) {
  return binding.isValidUtf8(binaryInput(input));
}

function isAscii(input) {
  return binding.isAscii(binaryInput(input));
}

function invalidCharacter(message) {
  const { lazyDOMException } = require('internal/util');
  return lazyDOMException(message, 'InvalidCharacterError');
}

const kWrongCharacter = 1;

// Source: HTML Standard, "Base64 utility methods".
function btoa(input) {
  if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS('input');
  const encoded = binding.btoa(`${input}`);
  if (encoded === undefined) throw invalidCharacter('Invalid character');
  return encoded;
}

function atob(input) {
  if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS('input');
  const decoded = binding.atob(`${input}`);
  if (typeof decoded === 'string') return decoded;
  throw invalidCharacter(decoded === kWrongCharacter ?
    'Invalid character' : 'The string to be decoded is not correctly encoded.');
}

const kQuestionMark = 63;
// The encodings ICU converts between for Node, and the characters beyond them.
const transcodable = { __proto__: null, ascii: 0x7f, latin1: 0xff, utf8: Infinity, utf16le: Infinity };

function textForTranscoding(source, encodingName) {
  if (encodingName !== 'ascii') return decode(source, encodings[encodingName], 0, source.length);
  let text = '';
  const latin1 = decode(source, encodings.latin1, 0, source.length);
  for (let i = 0; i < latin1.length; i++) text += latin1[i] <= '\x7f' ? latin1[i] : '\ufffd';
  return text;
}

function encodeWithin(text, limit) {
  const bytes = [];
  for (let i = 0; i < text.length; i++) {
    const code = StringPrototypeCharCodeAt(text, i);
    const isPair = code >= 0xd800 && code < 0xdc00 && i + 1 < text.length;
    ArrayPrototypePush(bytes, code <= limit ? code : kQuestionMark);
    if (isPair) i++;
  }
  return memory.fromArrayLike(bytes);
}

function transcode(source, fromEncoding, toEncoding) {
  if (!isUint8Array(source)) throw new codes.ERR_INVALID_ARG_TYPE('source', kBytesTypes, source);
  if (source.length === 0) return Buffer.alloc(0);
  const from = normalizeEncoding(fromEncoding);
  const to = normalizeEncoding(toEncoding);
  if (transcodable[from] === undefined || transcodable[to] === undefined) {
    const error = new Error('Unable to transcode Buffer [U_ILLEGAL_ARGUMENT_ERROR]');
    error.code = 'U_ILLEGAL_ARGUMENT_ERROR';
    error.errno = 1;
    throw error;
  }
  const text = textForTranscoding(source, from);
  return transcodable[to] === Infinity ? memory.from(text, to) : encodeWithin(text, transcodable[to]);
}

module.exports = {
  Buffer,
  SlowBuffer,
  transcode,
  isUtf8,
  isAscii,
  kMaxLength,
  kStringMaxLength: kMaxStringLength,
  btoa,
  atob,
};

ObjectDefineProperties(module.exports, {
  __proto__: null,
  constants: {
    __proto__: null,
    enumerable: true,
    value: { MAX_LENGTH: kMaxLength, MAX_STRING_LENGTH: kMaxStringLength },
  },
  INSPECT_MAX_BYTES: {
    __proto__: null,
    configurable: true,
    enumerable: true,
    get() { return inspectMaxBytes; },
    set(value) {
      validateNumber(value, 'INSPECT_MAX_BYTES', 0);
      inspectMaxBytes = value;
    },
  },
});

function defineLazily(name) {
  ObjectDefineProperty(module.exports, name, {
    __proto__: null,
    configurable: true,
    enumerable: true,
    get() { return require('internal/blob')[name]; },
    set(value) { ObjectDefineProperty(module.exports, name, { __proto__: null, value, writable: true }); },
  });
}
defineLazily('Blob');
defineLazily('resolveObjectURL');
defineLazily('File');
