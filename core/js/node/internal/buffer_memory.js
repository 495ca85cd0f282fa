'use strict';

// Where Buffers get their memory: the class itself, the shared pool for small ones, and what
// Buffer.from(), alloc() and concat() make. Source: Node.js documentation, "Buffer".

const {
  ArrayBuffer,
  ArrayIsArray,
  MathMax,
  MathMin,
  SymbolToPrimitive,
  TypedArrayPrototypeFill,
  TypedArrayPrototypeGetBuffer,
  TypedArrayPrototypeGetByteLength,
  TypedArrayPrototypeGetByteOffset,
  TypedArrayPrototypeSet,
  Uint8Array,
} = primordials;
const { codes } = require('internal/errors');
const { encodeInto, encodings, requireEncoding } = require('internal/buffer_text');
const { isAnyArrayBuffer } = require('internal/util/types');
const { validateNumber } = require('internal/validators');
const { noteAllocation } = internalBinding('buffer');

const kMaxLength = 4294967296;

// Buffers from this size on are told to the memory curve of the trace one by one.
const kWorthNoting = 65536;

// Buffer's instances. Buffer itself is a function that may be called without new, and shares this
// prototype.
class FastBuffer extends Uint8Array {
  constructor(bufferOrLength, byteOffset, length) {
    super(bufferOrLength, byteOffset, length);
    if (typeof bufferOrLength === 'number' && bufferOrLength >= kWorthNoting)
      noteAllocation(this, bufferOrLength);
  }
}

// ---- The pool ----

let pool;
let poolUsed = 0;
let settings = { poolSize: 8192 };

// `owner.poolSize` is the pool's size from now on, as scripts may set it.
function usePoolSizeOf(owner) {
  owner.poolSize = settings.poolSize;
  settings = owner;
}

// Memory of a small Buffer, unless the caller wants it for itself. The pool's memory is zero here, as all
// memory is: what real node leaves in it would differ from run to run.
function allocate(size) {
  if (size <= 0) return new FastBuffer();
  if (size >= settings.poolSize >>> 1) return new FastBuffer(size);
  if (pool === undefined || settings.poolSize - poolUsed < size) {
    pool = new ArrayBuffer(settings.poolSize);
    poolUsed = 0;
  }
  const buffer = new FastBuffer(pool, poolUsed, size);
  takeFromPool(size);
  return buffer;
}

// The next Buffer begins at a multiple of eight.
function takeFromPool(size) {
  poolUsed = MathMin((poolUsed + size + 7) & ~7, settings.poolSize);
}

function checkSize(size) {
  validateNumber(size, 'size', 0, kMaxLength);
}

// ---- Buffers of something ----

function fromStringWith(string, encoding) {
  const length = encoding.byteLength(string);
  const buffer = allocate(length);
  const written = encodeInto(buffer, string, encoding, 0, length);
  return written === length ? buffer :
    new FastBuffer(TypedArrayPrototypeGetBuffer(buffer), TypedArrayPrototypeGetByteOffset(buffer), written);
}

function fromString(string, encodingName) {
  const named = typeof encodingName === 'string' && encodingName.length > 0;
  const encoding = named ? requireEncoding(encodingName) : encodings.utf8;
  return string.length === 0 ? new FastBuffer() : fromStringWith(string, encoding);
}

// Shares the memory.
function fromArrayBuffer(memory, byteOffset, length) {
  const start = byteOffset === undefined ? 0 : +byteOffset || 0;
  const room = memory.byteLength - start;
  if (room < 0) throw new codes.ERR_BUFFER_OUT_OF_BOUNDS('offset');
  if (length === undefined) return new FastBuffer(memory, start, room);
  const wanted = MathMax(+length || 0, 0);
  if (wanted > room) throw new codes.ERR_BUFFER_OUT_OF_BOUNDS('length');
  return new FastBuffer(memory, start, wanted);
}

function fromArrayLike(list) {
  if (!(list.length > 0)) return new FastBuffer();
  const buffer = allocate(list.length);
  TypedArrayPrototypeSet(buffer, list);
  return buffer;
}

// Undefined if the object is nothing that Buffers are made of.
function fromObject(value) {
  if (value.length !== undefined || isAnyArrayBuffer(value.buffer))
    return typeof value.length === 'number' ? fromArrayLike(value) : new FastBuffer();
  if (value.type === 'Buffer' && ArrayIsArray(value.data)) return fromArrayLike(value.data);
  return undefined;
}

function fromPrimitiveOf(value, encodingOrOffset) {
  if (typeof value[SymbolToPrimitive] !== 'function') return undefined;
  const primitive = value[SymbolToPrimitive]('string');
  return typeof primitive === 'string' ? fromString(primitive, encodingOrOffset) : undefined;
}

function from(value, encodingOrOffset, length) {
  if (typeof value === 'string') return fromString(value, encodingOrOffset);
  if (typeof value === 'object' && value !== null) {
    if (isAnyArrayBuffer(value)) return fromArrayBuffer(value, encodingOrOffset, length);
    const inner = value.valueOf && value.valueOf();
    if (inner !== null && inner !== undefined && inner !== value &&
        (typeof inner === 'string' || typeof inner === 'object'))
      return from(inner, encodingOrOffset, length);
    const buffer = fromObject(value) ?? fromPrimitiveOf(value, encodingOrOffset);
    if (buffer !== undefined) return buffer;
  }
  throw new codes.ERR_INVALID_ARG_TYPE(
    'first argument', ['string', 'Buffer', 'ArrayBuffer', 'Array', 'Array-like Object'], value);
}

function concat(list, length) {
  const result = allocate(length);
  let end = 0;
  for (let i = 0; i < list.length; i++) {
    const part = list[i];
    const room = length - end;
    const size = TypedArrayPrototypeGetByteLength(part);
    const fits = size <= room ? part : new Uint8Array(
      TypedArrayPrototypeGetBuffer(part), TypedArrayPrototypeGetByteOffset(part), room);
    TypedArrayPrototypeSet(result, fits, end);
    end += MathMin(size, room);
  }
  if (end < length) TypedArrayPrototypeFill(result, 0, end, length);
  return result;
}

module.exports = { FastBuffer, allocate, checkSize, concat, from, fromArrayLike, kMaxLength, usePoolSizeOf };
