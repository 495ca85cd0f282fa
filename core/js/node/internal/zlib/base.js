'use strict';

// What all compressing and decompressing streams have in common: a Transform whose chunks go through a
// codec. Source: Node.js documentation "Class: zlib.ZlibBase".

const {
  ArrayPrototypeIndexOf,
  FunctionPrototypeCall,
  MathMax,
  ObjectDefineProperty,
  ObjectSetPrototypeOf,
  Symbol,
} = primordials;
const { Buffer, kMaxLength } = require('buffer');
const { codes: { ERR_INTERNAL_ASSERTION, ERR_OUT_OF_RANGE } } = require('internal/errors');
const { deprecate } = require('internal/util');
const { checkRangesOrGetDefault, validateFiniteNumber } = require('internal/validators');
const { Transform } = require('stream');
const { constants } = require('internal/zlib/constants');
const { closeHandle, kOwner } = require('internal/zlib/handle');
const { kError, processChunk, processChunkSync } = require('internal/zlib/chunks');

const { Z_DEFAULT_CHUNK, Z_MIN_CHUNK } = constants;

// A flush waits its turn behind the chunks written before: it is written as an empty chunk of its own.
const kFlushFlag = Symbol('kFlushFlag');
const flushChunks = [];
for (let flag = constants.Z_NO_FLUSH; flag <= constants.Z_BLOCK; flag++) {
  const chunk = Buffer.alloc(0);
  chunk[kFlushFlag] = flag;
  flushChunks[flag] = chunk;
}

// From what holds back most to what holds back nothing; brotli's numbers are in this order too.
const kByStrength = [
  constants.Z_NO_FLUSH, constants.Z_BLOCK, constants.Z_PARTIAL_FLUSH, constants.Z_SYNC_FLUSH,
  constants.Z_FULL_FLUSH, constants.Z_FINISH,
];

function strongerFlush(one, other) {
  return kByStrength[MathMax(
    ArrayPrototypeIndexOf(kByStrength, one), ArrayPrototypeIndexOf(kByStrength, other))];
}

// A codec makes bytes of bytes.
function withoutObjects(options) {
  if (!options.encoding && !options.objectMode && !options.writableObjectMode) return options;
  return { ...options, encoding: null, objectMode: false, writableObjectMode: false };
}

// There is no upper bound to speak of.
function chunkSizeOf(size) {
  if (!validateFiniteNumber(size, 'options.chunkSize')) return Z_DEFAULT_CHUNK;
  if (size < Z_MIN_CHUNK) throw new ERR_OUT_OF_RANGE('options.chunkSize', `>= ${Z_MIN_CHUNK}`, size);
  return size;
}

// `defaults`: { flush, finishFlush, fullFlush, lastFlush } with the greatest flag as the last.
function ZlibBase(options, mode, handle, defaults) {
  let chunkSize = Z_DEFAULT_CHUNK;
  let maxOutputLength = kMaxLength;
  let { flush, finishFlush } = defaults;
  if (options) {
    chunkSize = chunkSizeOf(options.chunkSize);
    flush = checkRangesOrGetDefault(options.flush, 'options.flush', 0, defaults.lastFlush, flush);
    finishFlush = checkRangesOrGetDefault(
      options.finishFlush, 'options.finishFlush', 0, defaults.lastFlush, finishFlush);
    maxOutputLength = checkRangesOrGetDefault(
      options.maxOutputLength, 'options.maxOutputLength', 1, kMaxLength, maxOutputLength);
    options = withoutObjects(options);
  }
  FunctionPrototypeCall(Transform, this, { autoDestroy: true, ...options });
  this[kError] = null;
  this.bytesWritten = 0;
  this._handle = handle;
  handle.onerror = zlibOnError;
  this._outBuffer = Buffer.allocUnsafe(chunkSize);
  this._outOffset = 0;
  this._chunkSize = chunkSize;
  this._defaultFlushFlag = flush;
  this._finishFlushFlag = finishFlush;
  this._defaultFullFlushFlag = defaults.fullFlush;
  this._info = options?.info;
  this._maxOutputLength = maxOutputLength;
}
ObjectSetPrototypeOf(ZlibBase.prototype, Transform.prototype);
ObjectSetPrototypeOf(ZlibBase, Transform);

// On a handle.
function zlibOnError(message, errno, code) {
  const stream = this[kOwner];
  const error = this.makeError(message);
  error.errno = errno;
  error.code = code;
  stream.destroy(error);
  stream[kError] = error;
}

function requireHandle(stream) {
  if (!stream._handle) throw new ERR_INTERNAL_ASSERTION('zlib binding closed');
  return stream._handle;
}

ObjectDefineProperty(ZlibBase.prototype, '_closed', {
  __proto__: null,
  configurable: true,
  enumerable: true,
  get() { return !this._handle; },
});

const kBytesReadWarning = 'zlib.bytesRead is deprecated and will change its meaning in the future. ' +
  'Use zlib.bytesWritten instead.';

ObjectDefineProperty(ZlibBase.prototype, 'bytesRead', {
  __proto__: null,
  configurable: true,
  enumerable: true,
  get: deprecate(function() { return this.bytesWritten; }, kBytesReadWarning, 'DEP0108'),
  set: deprecate(function(value) { this.bytesWritten = value; }, kBytesReadWarning, 'DEP0108'),
});

ZlibBase.prototype.reset = function() {
  return requireHandle(this).reset();
};

// When all has been written, the codec is asked for its rest.
ZlibBase.prototype._flush = function(callback) {
  this._transform(Buffer.alloc(0), '', callback);
};

ZlibBase.prototype._final = function(callback) {
  callback();
};

ZlibBase.prototype.flush = function(kind, callback) {
  if (typeof kind === 'function' || (kind === undefined && !callback)) {
    callback = kind;
    kind = this._defaultFullFlushFlag;
  }
  if (this.writableFinished) {
    if (callback) process.nextTick(callback);
  } else if (this.writableEnded) {
    if (callback) this.once('end', callback);
  } else {
    this.write(flushChunks[kind], '', callback);
  }
};

ZlibBase.prototype.close = function(callback) {
  if (callback) require('internal/streams/end_of_stream').finished(this, callback);
  this.destroy();
};

ZlibBase.prototype._destroy = function(error, callback) {
  closeHandle(this);
  callback(error);
};

ZlibBase.prototype._transform = function(chunk, encoding, callback) {
  let flush = chunk[kFlushFlag];
  if (typeof flush !== 'number') flush = this._defaultFlushFlag;
  const isLast = this.writableEnded && this.writableLength === chunk.byteLength;
  processChunk(this, chunk, isLast ? strongerFlush(flush, this._finishFlushFlag) : flush, callback);
};

// Without a callback at once, on the calling thread, which ends the stream's life.
ZlibBase.prototype._processChunk = function(chunk, flush, callback) {
  if (typeof callback !== 'function') return processChunkSync(this, chunk, flush);
  processChunk(this, chunk, flush, callback);
};

module.exports = { ZlibBase, requireHandle };
