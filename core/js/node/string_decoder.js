'use strict';

// Source: Node.js documentation, "String decoder". The state is seven bytes, which util.inspect shows as
// Node's does: four for the bytes of an unfinished character, how many are missing, how many are there,
// and the encoding's number.

const {
  ObjectDefineProperties,
  ObjectKeys,
  Symbol,
  TypedArrayPrototypeSet,
  TypedArrayPrototypeSubarray,
  Uint8Array,
} = primordials;
const { Buffer } = require('buffer');
const { codes } = require('internal/errors');
const { decode, encodings } = require('internal/buffer_text');
const { encodingsMap, normalizeEncoding } = require('internal/util');
const { isArrayBufferView, isStringObject } = require('internal/util/types');

const kNativeDecoder = Symbol('kNativeDecoder');
const kMissing = 4;
const kBuffered = 5;
const kEncoding = 6;
const kStateSize = 7;

// Objects are not asked for their text, unless they are strings.
function nameOf(encoding) {
  const hasText = typeof encoding === 'string' || isStringObject(encoding);
  return hasText || encoding === undefined || encoding === null ? normalizeEncoding(encoding) : undefined;
}

function StringDecoder(encoding) {
  const name = nameOf(encoding);
  if (name === undefined) throw new codes.ERR_UNKNOWN_ENCODING(encoding);
  this.encoding = name;
  this[kNativeDecoder] = Buffer.alloc(kStateSize);
  this[kNativeDecoder][kEncoding] = encodingsMap[name];
}

// The encoding's name by its number: what `encoding` says may have been changed since.
const names = [];
const knownNames = ObjectKeys(encodingsMap);
for (let i = 0; i < knownNames.length; i++) names[encodingsMap[knownNames[i]]] = knownNames[i];

function toText(encoding, bytes, start, end) {
  return start === end ? '' : decode(bytes, encodings[encoding], start, end);
}

// Takes from `bytes` what completes the unfinished character; returns how many bytes.
function complete(state, encoding, bytes) {
  let taken = 0;
  while (taken < bytes.length && state[kMissing] > 0) {
    // A character of UTF-8 that is cut short ends where another one begins.
    if (encoding === 'utf8' && (bytes[taken] & 0xC0) !== 0x80) {
      state[kMissing] = 0;
      break;
    }
    state[state[kBuffered]++] = bytes[taken++];
    state[kMissing]--;
  }
  return taken;
}

// How many bytes at the end are of a character that is not all there, and how many it lacks.
const tails = {
  __proto__: null,
  utf8: unfinishedUtf8,
  utf16le(bytes) {
    if (bytes.length % 2 === 1) return [1, 1];
    return (bytes[bytes.length - 1] & 0xFC) === 0xD8 ? [2, 2] : [0, 0];
  },
  base64: unfinishedBase64,
  base64url: unfinishedBase64,
};

function unfinishedBase64(bytes) {
  const rest = bytes.length % 3;
  return rest === 0 ? [0, 0] : [rest, 3 - rest];
}

function unfinishedUtf8(bytes) {
  for (let count = 1; count <= 4 && count <= bytes.length; count++) {
    const byte = bytes[bytes.length - count];
    if (byte < 0x80) return [0, 0];
    if ((byte & 0xC0) === 0x80) continue;
    const length = (byte & 0xE0) === 0xC0 ? 2 : (byte & 0xF0) === 0xE0 ? 3 : (byte & 0xF8) === 0xF0 ? 4 : 0;
    return count < length ? [count, length - count] : [0, 0];
  }
  return [0, 0];
}

function keepTail(state, encoding, bytes) {
  const { 0: count, 1: missing } = tails[encoding](bytes);
  state[kBuffered] = count;
  state[kMissing] = missing;
  if (count > 0) TypedArrayPrototypeSet(state, TypedArrayPrototypeSubarray(bytes, bytes.length - count), 0);
  return count;
}

function decodeChunk(state, bytes) {
  const encoding = names[state[kEncoding]];
  if (tails[encoding] === undefined) return toText(encoding, bytes, 0, bytes.length);
  let text = '';
  let rest = bytes;
  if (state[kMissing] > 0) {
    rest = TypedArrayPrototypeSubarray(bytes, complete(state, encoding, bytes));
    if (state[kMissing] > 0) return '';
    text = toText(encoding, state, 0, state[kBuffered]);
    state[kBuffered] = 0;
  }
  if (rest.length === 0) return text;
  const kept = keepTail(state, encoding, rest);
  return text + toText(encoding, rest, 0, rest.length - kept);
}

// What is left at the end is shown as far as it goes: half a unit of UTF-16 not at all.
function flush(state) {
  const encoding = names[state[kEncoding]];
  const count = encoding === 'utf16le' ? state[kBuffered] & ~1 : state[kBuffered];
  state[kMissing] = 0;
  state[kBuffered] = 0;
  return toText(encoding, state, 0, count);
}

StringDecoder.prototype.write = function write(buf) {
  if (typeof buf === 'string') return buf;
  if (!isArrayBufferView(buf))
    throw new codes.ERR_INVALID_ARG_TYPE('buf', ['Buffer', 'TypedArray', 'DataView'], buf);
  if (!this[kNativeDecoder]) throw new codes.ERR_INVALID_THIS('StringDecoder');
  return decodeChunk(this[kNativeDecoder], new Uint8Array(buf.buffer, buf.byteOffset, buf.byteLength));
};

StringDecoder.prototype.end = function end(buf) {
  const text = buf === undefined ? '' : this.write(buf);
  return this[kNativeDecoder][kBuffered] > 0 ? text + flush(this[kNativeDecoder]) : text;
};

// Undocumented: decodes from `offset` on as if nothing had come before.
StringDecoder.prototype.text = function text(buf, offset) {
  this[kNativeDecoder][kMissing] = 0;
  this[kNativeDecoder][kBuffered] = 0;
  return this.write(buf.slice(offset));
};

function stateProperty(get) {
  return {
    __proto__: null,
    configurable: true,
    enumerable: true,
    get() { return get(this[kNativeDecoder]); },
  };
}

ObjectDefineProperties(StringDecoder.prototype, {
  __proto__: null,
  lastChar: stateProperty((state) => TypedArrayPrototypeSubarray(state, 0, kMissing)),
  lastNeed: stateProperty((state) => state[kMissing]),
  lastTotal: stateProperty((state) => state[kBuffered] + state[kMissing]),
});

module.exports = { StringDecoder };
