'use strict';

// Source: W3C File API, "The Blob Interface" and "The File Interface"; Node.js documentation, "Class: Blob".
// A blob's parts are copied when it is made; reading them takes a microtask a part, as in Node.

const {
  ArrayBuffer,
  ArrayPrototypeForEach,
  ArrayPrototypePush,
  DateNow,
  MathMax,
  MathMin,
  MathTrunc,
  Number,
  ObjectDefineProperties,
  Promise,
  PromisePrototypeThen,
  PromiseReject,
  PromiseResolve,
  RegExp,
  RegExpPrototypeExec,
  RegExpPrototypeSymbolReplace,
  StringPrototypeToLowerCase,
  Symbol,
  SymbolIterator,
  SymbolToStringTag,
  TypedArrayPrototypeSet,
  TypedArrayPrototypeSubarray,
  Uint8Array,
} = primordials;
const { codes } = require('internal/errors');
const { customInspectSymbol, kEnumerableProperty } = require('internal/util');
const { isAnyArrayBuffer, isArrayBufferView } = require('internal/util/types');
const { encode, decodeUtf8 } = internalBinding('encoding');

const kHandle = Symbol('kHandle');
const kLength = Symbol('kLength');
const kType = Symbol('kType');

const kPrintable = new RegExp('^[\\u0020-\\u007E]*$');
const kLineEnds = new RegExp('\\r\\n|\\r|\\n', 'g');

function isBlob(value) {
  return value?.[kHandle] !== undefined;
}

function requireBlob(value) {
  if (!isBlob(value)) throw new codes.ERR_INVALID_THIS('Blob');
}

// A part as bytes of its own.
function copied(source, endings) {
  if (isAnyArrayBuffer(source)) return new Uint8Array(new Uint8Array(source));
  if (isArrayBufferView(source)) {
    return new Uint8Array(new Uint8Array(source.buffer, source.byteOffset, source.byteLength));
  }
  const text = `${source}`;
  return encode(endings === 'native' ? RegExpPrototypeSymbolReplace(kLineEnds, text, '\n') : text);
}

function partsOf(sources, endings) {
  const parts = [];
  for (const source of sources) {
    if (isBlob(source)) ArrayPrototypeForEach(source[kHandle], (part) => { ArrayPrototypePush(parts, part); });
    else ArrayPrototypePush(parts, copied(source, endings));
  }
  return parts;
}

function byteLengthOf(parts) {
  let length = 0;
  for (let i = 0; i < parts.length; i++) length += parts[i].length;
  return length;
}

function normalizedType(type) {
  return RegExpPrototypeExec(kPrintable, type) === null ? '' : StringPrototypeToLowerCase(type);
}

function joined(parts) {
  const bytes = new Uint8Array(byteLengthOf(parts));
  let offset = 0;
  for (let i = 0; i < parts.length; i++) {
    TypedArrayPrototypeSet(bytes, parts[i], offset);
    offset += parts[i].length;
  }
  return bytes;
}

function relativeIndex(value, size) {
  const index = MathTrunc(Number(value)) || 0;
  return index < 0 ? MathMax(size + index, 0) : MathMin(index, size);
}

// The parts of a range, sharing their memory: no one writes to it.
function partsBetween(parts, start, end) {
  const range = [];
  let offset = 0;
  for (let i = 0; i < parts.length; i++) {
    const from = MathMax(start - offset, 0);
    const to = MathMin(end - offset, parts[i].length);
    if (from < to) ArrayPrototypePush(range, TypedArrayPrototypeSubarray(parts[i], from, to));
    offset += parts[i].length;
  }
  return range;
}

class Blob {
  constructor(sources = [], options = {}) {
    if (sources === null || typeof sources !== 'object' || typeof sources[SymbolIterator] !== 'function')
      throw new codes.ERR_INVALID_ARG_TYPE('sources', 'a sequence', sources);
    if (options !== null && typeof options !== 'object' && typeof options !== 'function' && options !== undefined)
      throw new codes.ERR_INVALID_ARG_TYPE('options', 'a dictionary', options);
    const { type = '', endings = 'transparent' } = options ?? {};
    if (`${endings}` !== 'transparent' && `${endings}` !== 'native')
      throw new codes.ERR_INVALID_ARG_VALUE('options.endings', endings);
    this[kHandle] = partsOf(sources, `${endings}`);
    this[kLength] = byteLengthOf(this[kHandle]);
    this[kType] = normalizedType(`${type}`);
  }

  [customInspectSymbol](depth, options) {
    return inspectAs(this, 'Blob', { size: this.size, type: this.type }, depth, options);
  }

  get type() {
    requireBlob(this);
    return this[kType];
  }

  get size() {
    requireBlob(this);
    return this[kLength];
  }

  slice(start = 0, end = this.size, contentType = '') {
    requireBlob(this);
    const from = relativeIndex(start, this[kLength]);
    const to = relativeIndex(end, this[kLength]);
    const blob = new Blob([], { type: contentType });
    blob[kHandle] = partsBetween(this[kHandle], from, to);
    blob[kLength] = MathMax(to - from, 0);
    return blob;
  }

  arrayBuffer() {
    if (!isBlob(this)) return PromiseReject(new codes.ERR_INVALID_THIS('Blob'));
    const parts = this[kHandle];
    if (this[kLength] === 0) return PromiseResolve(new ArrayBuffer(0));
    return new Promise((resolve) => {
      let i = 0;
      const readNext = () => {
        if (i++ < parts.length) queueMicrotask(readNext);
        else resolve(joined(parts).buffer);
      };
      readNext();
    });
  }

  text() {
    if (!isBlob(this)) return PromiseReject(new codes.ERR_INVALID_THIS('Blob'));
    return PromisePrototypeThen(this.arrayBuffer(), (buffer) => decodeUtf8(new Uint8Array(buffer), false));
  }

  bytes() {
    if (!isBlob(this)) return PromiseReject(new codes.ERR_INVALID_THIS('Blob'));
    return PromisePrototypeThen(this.arrayBuffer(), (buffer) => new Uint8Array(buffer));
  }
}

ObjectDefineProperties(Blob.prototype, {
  [SymbolToStringTag]: { __proto__: null, configurable: true, value: 'Blob' },
  type: kEnumerableProperty,
  size: kEnumerableProperty,
  slice: kEnumerableProperty,
  arrayBuffer: kEnumerableProperty,
  text: kEnumerableProperty,
});

function inspectAs(instance, name, shown, depth, options) {
  if (depth < 0) return `[${name}]`;
  const { inspect } = require('internal/util/inspect');
  const rest = { ...options, depth: options.depth == null ? null : options.depth - 1 };
  return `${name} ${inspect(shown, rest)}`;
}

class File extends Blob {
  #name;
  #lastModified;

  constructor(fileBits, fileName, options = {}) {
    if (arguments.length < 2) throw new codes.ERR_MISSING_ARGS('fileBits', 'fileName');
    super(fileBits, options);
    const { lastModified } = options ?? {};
    this.#lastModified = lastModified === undefined ? DateNow() : MathTrunc(Number(lastModified)) || 0;
    this.#name = decodeUtf8(encode(`${fileName}`), false);
  }

  get name() {
    return this.#name;
  }

  get lastModified() {
    return this.#lastModified;
  }

  [customInspectSymbol](depth, options) {
    const { size, type, name, lastModified } = this;
    return inspectAs(this, 'File', { size, type, name, lastModified }, depth, options);
  }
}

ObjectDefineProperties(File.prototype, {
  name: kEnumerableProperty,
  lastModified: kEnumerableProperty,
  [SymbolToStringTag]: { __proto__: null, configurable: true, value: 'File' },
});

// No URL names a blob here: URL.createObjectURL() does not exist, so there is none to find.
function resolveObjectURL() {
  return undefined;
}

module.exports = { Blob, File, resolveObjectURL };
