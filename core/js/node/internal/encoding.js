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
  TypedArrayPrototypeSet,
  TypedArrayPrototypeSubarray,
  Uint8Array,
} = primordials;
const { codes } = require('internal/errors');
const { encodingFromLabel } = require('internal/encoding_labels');
const { customInspectSymbol, kEnumerableProperty } = require('internal/util');
const { isAnyArrayBuffer, isArrayBufferView, isUint8Array } = require('internal/util/types');
const { kValidateObjectAllowArray, kValidateObjectAllowFunction, kValidateObjectAllowNullable, validateObject, validateString } =
  require('internal/validators');
const binding = internalBinding('encoding');

const kByteOrderMark = 0xfeff;
const kEncoder = Symbol('kEncoder');
const kDecoder = Symbol('kDecoder');
const kAllowObjectsAndNull =
  kValidateObjectAllowArray | kValidateObjectAllowFunction | kValidateObjectAllowNullable;

// What a class shows of itself to util.inspect: nothing but the class if that is too deep.
function inspectWith(instance, name, shown, depth, context) {
  if (typeof depth === 'number' && depth < 0) return instance;
  const { inspect } = require('internal/util/inspect');
  return `${name}${inspect(shown, context)}`;
}

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
    return inspectWith(this, '', { encoding: 'utf-8' }, depth, context);
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

// ---- Decoders: decode(bytes, flush) returns text, or undefined for invalid bytes if they are fatal ----

// Keeps the bytes of a character that the next chunk may complete.
class Utf8Decoder {
  constructor(fatal) {
    this.fatal = fatal;
    this.pending = new Uint8Array();
  }

  decode(bytes, flush) {
    let input = bytes;
    if (this.pending.length > 0) {
      input = new Uint8Array(this.pending.length + bytes.length);
      TypedArrayPrototypeSet(input, this.pending);
      TypedArrayPrototypeSet(input, bytes, this.pending.length);
    }
    const end = flush ? input.length : input.length - binding.unfinishedTail(input);
    this.pending = new Uint8Array(TypedArrayPrototypeSubarray(input, end));
    const text = binding.decodeUtf8(TypedArrayPrototypeSubarray(input, 0, end), this.fatal);
    if (text === undefined) this.pending = new Uint8Array();
    return text;
  }
}

class Latin1Decoder {
  decode(bytes) {
    return binding.decodeLatin1(bytes);
  }
}

class IcuDecoder {
  constructor(encoding, fatal) {
    this.converter = binding.openConverter(encoding, fatal);
  }
  decode(bytes, flush) {
    return binding.convert(this.converter, bytes, flush);
  }
}

function decoderFor(encoding, fatal) {
  if (encoding === 'utf-8') return new Utf8Decoder(fatal);
  if (encoding === 'windows-1252') return new Latin1Decoder();
  return new IcuDecoder(encoding, fatal);
}

function bytesOf(input) {
  if (isAnyArrayBuffer(input)) return new Uint8Array(input);
  if (isArrayBufferView(input)) return new Uint8Array(input.buffer, input.byteOffset, input.byteLength);
  const error = new TypeError(
    'The "list" argument must be an instance of SharedArrayBuffer, ArrayBuffer or ArrayBufferView.');
  error.code = 'ERR_INVALID_ARG_TYPE';
  throw error;
}

class TextDecoder {
  constructor(encoding = 'utf-8', options = {}) {
    const label = `${encoding}`;
    validateObject(options, 'options', kAllowObjectsAndNull);
    const name = encodingFromLabel(label);
    if (name === undefined || name === 'replacement')
      throw new codes.ERR_ENCODING_NOT_SUPPORTED(name ?? label);
    const fatal = Boolean(options?.fatal);
    this[kDecoder] = {
      encoding: name,
      fatal,
      ignoreBOM: Boolean(options?.ignoreBOM),
      strips: name === 'utf-8' || name === 'utf-16le' || name === 'utf-16be',
      begun: false,
      decoder: decoderFor(name, fatal),
    };
  }

  decode(input = new Uint8Array(), options = undefined) {
    const state = stateOf(this);
    const flush = !options?.stream;
    const text = state.decoder.decode(bytesOf(input), flush);
    if (text === undefined) {
      state.begun = false;
      throw new codes.ERR_ENCODING_INVALID_ENCODED_DATA(state.encoding, undefined);
    }
    return withoutByteOrderMark(state, text, flush);
  }

  get encoding() {
    return stateOf(this).encoding;
  }

  get fatal() {
    return stateOf(this).fatal;
  }

  get ignoreBOM() {
    return stateOf(this).ignoreBOM;
  }

  [customInspectSymbol](depth, context) {
    const { encoding, fatal, ignoreBOM } = stateOf(this);
    return inspectWith(this, 'TextDecoder ', { encoding, fatal, ignoreBOM }, depth, context);
  }
}

// The mark counts only as the first character of a stream.
function withoutByteOrderMark(state, text, flush) {
  const strips = state.strips && !state.ignoreBOM && !state.begun && text.length > 0 &&
    StringPrototypeCharCodeAt(text, 0) === kByteOrderMark;
  state.begun = !flush && (state.begun || text.length > 0);
  return strips ? StringPrototypeSlice(text, 1) : text;
}

function stateOf(value) {
  const state = value?.[kDecoder];
  if (state === undefined) throw new codes.ERR_INVALID_THIS('TextDecoder');
  return state;
}

ObjectDefineProperties(TextDecoder.prototype, {
  decode: kEnumerableProperty,
  encoding: kEnumerableProperty,
  fatal: kEnumerableProperty,
  ignoreBOM: kEnumerableProperty,
  [SymbolToStringTag]: { __proto__: null, configurable: true, value: 'TextDecoder' },
});

module.exports = { TextDecoder, TextEncoder };
