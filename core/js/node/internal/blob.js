'use strict';

// Source: W3C File API, "The Blob Interface" and "The File Interface"; Node.js documentation, "Class: Blob".
// A blob's parts are copied when it is made; reading them takes microtasks, as many as in Node.

const {
  ArrayIsArray,
  ArrayPrototypePush,
  DateNow,
  MathMax,
  MathMin,
  MathTrunc,
  NumberIsNaN,
  ObjectDefineProperties,
  ObjectSetPrototypeOf,
  Promise,
  PromisePrototypeThen,
  PromiseReject,
  RegExp,
  RegExpPrototypeExec,
  RegExpPrototypeSymbolReplace,
  StringPrototypeCharCodeAt,
  StringPrototypeSlice,
  StringPrototypeToLowerCase,
  Symbol,
  SymbolIterator,
  SymbolToStringTag,
  TypedArrayPrototypeSet,
  TypedArrayPrototypeSubarray,
  Uint8Array,
} = primordials;
const { codes } = require('internal/errors');
const queueMicrotask = require('internal/process/queue_microtask');
const { customInspectSymbol, kEnumerableProperty } = require('internal/util');
const { isAnyArrayBuffer, isArrayBufferView } = require('internal/util/types');
const { encode, decodeUtf8 } = internalBinding('encoding');

const { kClone, defineCloned } = require('internal/worker/cloneable');

const kHandle = Symbol('kHandle');
const kLength = Symbol('kLength');
const kType = Symbol('kType');

const kByteOrderMark = 0xfeff;
const kPrintable = new RegExp('^[\\u0020-\\u007E]*$');
const kLineEnds = new RegExp('\\r?\\n', 'g');

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

// What a blob is made of: bytes, and lists of the same for the blobs among its sources. They stay apart
// because reading takes longer the more there are.
function partsOf(sources, endings) {
  const parts = [];
  for (const source of sources) ArrayPrototypePush(parts, isBlob(source) ? source[kHandle] : copied(source, endings));
  return parts;
}

function sizeOf(part) {
  return ArrayIsArray(part) ? totalSize(part) : part.length;
}

function totalSize(parts) {
  let size = 0;
  for (let i = 0; i < parts.length; i++) size += sizeOf(parts[i]);
  return size;
}

function normalizedType(type) {
  return RegExpPrototypeExec(kPrintable, type) === null ? '' : StringPrototypeToLowerCase(type);
}

function copyInto(bytes, parts, offset) {
  for (let i = 0; i < parts.length; i++) {
    if (ArrayIsArray(parts[i])) {
      offset = copyInto(bytes, parts[i], offset);
    } else {
      TypedArrayPrototypeSet(bytes, parts[i], offset);
      offset += parts[i].length;
    }
  }
  return offset;
}

// How often Node asks for more until it has all: each part gives its bytes and then its end, of which an
// empty list has only the latter. The end of what stands last in a list is that of the list.
function readsOf(parts) {
  if (parts.length === 0) return 1;
  let reads = 0;
  for (let i = 0; i < parts.length; i++) reads += ArrayIsArray(parts[i]) ? readsOf(parts[i]) : 2;
  return reads;
}

function relativeIndex(value, size) {
  const index = MathTrunc(+value) || 0;
  return index < 0 ? MathMax(size + index, 0) : MathMin(index, size);
}

function partBetween(part, start, end) {
  return ArrayIsArray(part) ? partsBetween(part, start, end) : TypedArrayPrototypeSubarray(part, start, end);
}

// The parts of a range, sharing their memory: no one writes to it. Of a part that ends where the range
// begins, Node keeps an empty rest; of a blob there it keeps nothing but the list.
function partsBetween(parts, start, end) {
  const range = [];
  if (start >= end) return range;
  for (let i = 0; i < parts.length; i++) {
    const size = sizeOf(parts[i]);
    if (start <= size) {
      ArrayPrototypePush(range, partBetween(parts[i], start, MathMin(end, size)));
      if (end <= size) break;
    }
    start = MathMax(start - size, 0);
    end -= size;
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
    const lineEndings = `${endings}`;
    if (lineEndings !== 'transparent' && lineEndings !== 'native')
      throw new codes.ERR_INVALID_ARG_VALUE('options.endings', lineEndings);
    this[kHandle] = partsOf(sources, lineEndings);
    this[kLength] = totalSize(this[kHandle]);
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

  slice(start = 0, end = this[kLength], contentType = '') {
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
    let missing = readsOf(parts);
    return new Promise((resolve) => {
      const readNext = () => {
        if (--missing > 0) {
          queueMicrotask(readNext);
          return;
        }
        const bytes = new Uint8Array(this[kLength]);
        copyInto(bytes, parts, 0);
        resolve(bytes.buffer);
      };
      readNext();
    });
  }

  async text() {
    requireBlob(this);
    const text = decodeUtf8(new Uint8Array(await this.arrayBuffer()), false);
    return StringPrototypeCharCodeAt(text, 0) === kByteOrderMark ? StringPrototypeSlice(text, 1) : text;
  }

  stream() {
    requireBlob(this);
    return require('internal/webstreams/blob_stream').streamOf(this[kHandle]);
  }

  // A File is cloned as a Blob, as in Node.
  [kClone]() {
    return { kind: 'Blob', data: { parts: this[kHandle], type: this[kType] } };
  }

  bytes() {
    requireBlob(this);
    return PromisePrototypeThen(this.arrayBuffer(), (buffer) => new Uint8Array(buffer));
  }
}

ObjectDefineProperties(Blob.prototype, {
  [SymbolToStringTag]: { __proto__: null, configurable: true, value: 'Blob' },
  type: kEnumerableProperty,
  size: kEnumerableProperty,
  slice: kEnumerableProperty,
  stream: kEnumerableProperty,
  arrayBuffer: kEnumerableProperty,
  text: kEnumerableProperty,
});

defineCloned('Blob', (blob, { parts, type }) => {
  ObjectSetPrototypeOf(blob, Blob.prototype);
  blob[kHandle] = parts;
  blob[kLength] = totalSize(parts);
  blob[kType] = type;
});

function inspectAs(instance, name, shown, depth, options) {
  if (depth < 0) return `[${name}]`;
  const { inspect } = require('internal/util/inspect');
  const rest = { ...options, depth: options.depth == null ? null : options.depth - 1 };
  return `${name} ${inspect(shown, rest)}`;
}

// Keeps fractions and a negative zero, as Node does.
function numberOr0(value) {
  const number = +value;
  return NumberIsNaN(number) ? 0 : number;
}

class File extends Blob {
  #name;
  #lastModified;

  constructor(fileBits, fileName, options = {}) {
    if (arguments.length < 2) throw new codes.ERR_MISSING_ARGS('fileBits', 'fileName');
    super(fileBits, options);
    const { lastModified } = options ?? {};
    this.#lastModified = lastModified === undefined ? DateNow() : numberOr0(lastModified);
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

module.exports = { isBlob, Blob, File, resolveObjectURL };
