'use strict';

// Source: Encoding Standard, "API"; where Node differs (windows-1252 decodes as Latin-1), Node.

const {
  Boolean,
  ObjectDefineProperties,
  StringPrototypeCharCodeAt,
  StringPrototypeSlice,
  Symbol,
  SymbolToStringTag,
  TypeError,
  Uint8Array,
} = primordials;
const { codes, nativeError } = require('internal/errors');
const { encodingFromLabel } = require('internal/encoding_labels');
const { customInspectSymbol, getConstructorOf, kEmptyObject, kEnumerableProperty } = require('internal/util');
const { isAnyArrayBuffer, isArrayBufferView, isUint8Array } = require('internal/util/types');
const {
  kValidateObjectAllowArray, kValidateObjectAllowFunction, kValidateObjectAllowNullable, validateObject, validateString,
} = require('internal/validators');
const binding = internalBinding('encoding');

const kByteOrderMark = 0xfeff;
const kFatalFlag = 2;
const kIgnoreBOMFlag = 4;

// util.inspect can show these, so they are called as Node's are.
const kEncoder = Symbol('encoder');
const kDecoder = Symbol('decoder');
const kEncoding = Symbol('encoding');
const kFatal = Symbol('kFatal');
const kFlags = Symbol('flags');
const kHandle = Symbol('handle');
const kIgnoreBOM = Symbol('kIgnoreBOM');
const kLatin1FastPath = Symbol('kLatin1FastPath');
const kUTF8FastPath = Symbol('kUTF8FastPath');

const kAllowObjectsAndNull =
  kValidateObjectAllowArray | kValidateObjectAllowFunction | kValidateObjectAllowNullable;

class TextEncoder {
  constructor() {
    this[kEncoder] = true;
  }

  get encoding() {
    requireEncoder(this);
    return 'utf-8';
  }

  encode(input = '') {
    requireEncoder(this);
    return binding.encode(`${input}`);
  }

  encodeInto(src, dest) {
    requireEncoder(this);
    validateString(src, 'src');
    if (!dest || !isUint8Array(dest)) throw new codes.ERR_INVALID_ARG_TYPE('dest', 'Uint8Array', dest);
    const { 0: read, 1: written } = binding.encodeInto(src, dest);
    return { read, written };
  }

  [customInspectSymbol](depth, context) {
    requireEncoder(this);
    if (typeof depth === 'number' && depth < 0) return this;
    const { inspect } = require('internal/util/inspect');
    return inspect({ encoding: 'utf-8' }, context);
  }
}

function requireEncoder(value) {
  if (value?.[kEncoder] !== true) throw new codes.ERR_INVALID_THIS('TextEncoder');
}

ObjectDefineProperties(TextEncoder.prototype, {
  encode: kEnumerableProperty,
  encodeInto: kEnumerableProperty,
  encoding: kEnumerableProperty,
  [SymbolToStringTag]: { __proto__: null, configurable: true, value: 'TextEncoder' },
});

// ---- Decoding ----

// A stream of bytes on its way to be text: what util.inspect shows as the decoder's handle.
class Converter {
  #decoder;

  constructor(encoding, fatal) {
    this.#decoder = binding.openDecoder(encoding, fatal);
  }

  // Undefined for invalid bytes if they are fatal.
  decode(bytes, flush) {
    return binding.decodeChunk(this.#decoder, bytes, flush);
  }
}

const kSharedFirst = 'SharedArrayBuffer, ArrayBuffer or ArrayBufferView';
const kSharedSecond = 'ArrayBuffer, SharedArrayBuffer, or ArrayBufferView';

// Node's ways to decode call a wrong input by different names.
function bytesOf(input, name, types) {
  if (isAnyArrayBuffer(input)) return new Uint8Array(input);
  if (isArrayBufferView(input)) return new Uint8Array(input.buffer, input.byteOffset, input.byteLength);
  const message = `The "${name}" argument must be an instance of ${types}.`;
  throw nativeError(TypeError, 'ERR_INVALID_ARG_TYPE', message);
}

function requireValid(text, encoding) {
  if (text !== undefined) return text;
  const message = `The encoded data was not valid for encoding ${encoding}`;
  throw nativeError(TypeError, 'ERR_ENCODING_INVALID_ENCODED_DATA', message);
}

function startsWithMark(text) {
  return text.length > 0 && StringPrototypeCharCodeAt(text, 0) === kByteOrderMark;
}

function decodeWholeUtf8(decoder, input) {
  const bytes = bytesOf(input, 'list', kSharedFirst);
  const text = requireValid(binding.decodeUtf8(bytes, decoder[kFatal]), decoder[kEncoding]);
  return !decoder[kIgnoreBOM] && startsWithMark(text) ? StringPrototypeSlice(text, 1) : text;
}

function prepareStream(decoder) {
  decoder[kHandle] ??= new Converter(decoder[kEncoding], (decoder[kFlags] & kFatalFlag) !== 0);
}

class TextDecoder {
  #begun = false;

  constructor(encoding = 'utf-8', options = kEmptyObject) {
    const label = `${encoding}`;
    validateObject(options, 'options', kAllowObjectsAndNull);
    const name = encodingFromLabel(label);
    if (name === undefined || name === 'replacement')
      throw new codes.ERR_ENCODING_NOT_SUPPORTED(name ?? label);
    // Each is read twice, which getters can tell; decoding all of UTF-8 at once goes by the second reading.
    const flags = (options?.fatal ? kFatalFlag : 0) | (options?.ignoreBOM ? kIgnoreBOMFlag : 0);
    this[kDecoder] = true;
    this[kFlags] = flags;
    this[kEncoding] = name;
    this[kIgnoreBOM] = Boolean(options?.ignoreBOM);
    this[kFatal] = Boolean(options?.fatal);
    this[kUTF8FastPath] = name === 'utf-8';
    this[kLatin1FastPath] = name === 'windows-1252';
    this[kHandle] = undefined;
    if (!this[kUTF8FastPath] && !this[kLatin1FastPath]) prepareStream(this);
  }

  // Until the first chunk of a stream, all of UTF-8 and windows-1252 is decoded at once: the latter as
  // Latin-1, which it is not.
  decode(input = new Uint8Array(), options = kEmptyObject) {
    requireDecoder(this);
    this[kUTF8FastPath] &&= !options?.stream;
    if (this[kUTF8FastPath]) return decodeWholeUtf8(this, input);
    this[kLatin1FastPath] &&= !options?.stream;
    if (this[kLatin1FastPath]) return binding.decodeLatin1(bytesOf(input, 'input', kSharedSecond));
    prepareStream(this);
    validateObject(options, 'options', kAllowObjectsAndNull);
    const flush = options !== null && !options?.stream;
    const bytes = bytesOf(input, 'input', kSharedFirst);
    const text = this[kHandle].decode(bytes, flush);
    if (text === undefined && flush) this.#begun = false;
    return this.#withoutMark(requireValid(text, this[kEncoding]), flush);
  }

  // The mark counts only as the first character of a stream.
  #withoutMark(text, flush) {
    const strips = !this.#begun && (this[kFlags] & kIgnoreBOMFlag) === 0 && isUnicode(this[kEncoding]) &&
      startsWithMark(text);
    this.#begun = !flush && (this.#begun || text.length > 0);
    return strips ? StringPrototypeSlice(text, 1) : text;
  }

  get encoding() {
    requireDecoder(this);
    return this[kEncoding];
  }

  get fatal() {
    requireDecoder(this);
    return (this[kFlags] & kFatalFlag) !== 0;
  }

  get ignoreBOM() {
    requireDecoder(this);
    return (this[kFlags] & kIgnoreBOMFlag) !== 0;
  }

  // Node passes no options on: neither colours nor widths apply inside.
  [customInspectSymbol](depth, context) {
    requireDecoder(this);
    if (typeof depth === 'number' && depth < 0) return this;
    const { encoding, fatal, ignoreBOM } = this;
    const shown = { encoding, fatal, ignoreBOM };
    if (context.showHidden) {
      shown[kFlags] = this[kFlags];
      shown[kHandle] = this[kHandle];
    }
    const { inspect } = require('internal/util/inspect');
    return `${getConstructorOf(this).name} ${inspect(shown)}`;
  }
}

function isUnicode(encoding) {
  return encoding === 'utf-8' || encoding === 'utf-16le' || encoding === 'utf-16be';
}

function requireDecoder(value) {
  if (value?.[kDecoder] !== true) throw new codes.ERR_INVALID_THIS('TextDecoder');
}

ObjectDefineProperties(TextDecoder.prototype, {
  decode: kEnumerableProperty,
  encoding: kEnumerableProperty,
  fatal: kEnumerableProperty,
  ignoreBOM: kEnumerableProperty,
  [SymbolToStringTag]: { __proto__: null, configurable: true, value: 'TextDecoder' },
});

module.exports = { TextDecoder, TextEncoder };
