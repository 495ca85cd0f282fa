'use strict';

// Compressing and decompressing what is there as a whole: zlib.gzip(), zlib.gzipSync() and their like.
// Source: Node.js documentation "Convenience methods".

const { ArrayPrototypePush, FunctionPrototypeCall } = primordials;
const { Buffer } = require('buffer');
const { codes: { ERR_BUFFER_TOO_LARGE, ERR_INVALID_ARG_TYPE } } = require('internal/errors');
const { isAnyArrayBuffer, isArrayBufferView, isUint8Array } = require('internal/util/types');
const { validateFunction } = require('internal/validators');
const { joined, processChunkSync } = require('internal/zlib/chunks');

// Streams take Buffers and strings; anything else with bytes is looked at as a Buffer.
function asChunk(data) {
  if (isArrayBufferView(data) && !isUint8Array(data))
    return Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  return isAnyArrayBuffer(data) ? Buffer.from(data) : data;
}

function resultOf(stream, buffer) {
  return stream._info ? { buffer, engine: stream } : buffer;
}

// Collects what the stream makes; any mistake in `data` is for the stream to tell. The names of functions
// are those in Node's stacks.
function zlibBuffer(stream, data, callback) {
  validateFunction(callback, 'callback');
  const pieces = [];
  let length = 0;
  stream.on('data', function zlibBufferOnData(piece) {
    ArrayPrototypePush(pieces, piece);
    length += piece.length;
    if (length <= stream._maxOutputLength) return;
    stream.close();
    FunctionPrototypeCall(callback, stream, new ERR_BUFFER_TOO_LARGE(stream._maxOutputLength));
  });
  stream.on('error', function zlibBufferOnError(error) {
    stream.removeAllListeners('end');
    FunctionPrototypeCall(callback, stream, error);
  });
  stream.on('end', function zlibBufferOnEnd() {
    const buffer = joined(pieces, length);
    stream.close();
    FunctionPrototypeCall(callback, stream, null, resultOf(stream, buffer));
  });
  stream.end(asChunk(data));
}

function bytesOf(data) {
  if (typeof data === 'string' || isAnyArrayBuffer(data)) return Buffer.from(data);
  if (isArrayBufferView(data)) return data;
  throw new ERR_INVALID_ARG_TYPE(
    'buffer', ['string', 'Buffer', 'TypedArray', 'DataView', 'ArrayBuffer'], data);
}

function processed(stream, bytes) {
  return processChunkSync(stream, bytes, stream._finishFlushFlag);
}

function zlibBufferSync(stream, data) {
  return resultOf(stream, processed(stream, bytesOf(data)));
}

function convenienceMethod(Stream) {
  return function asyncBufferWrapper(buffer, opts, callback) {
    if (typeof opts === 'function') {
      callback = opts;
      opts = {};
    }
    return zlibBuffer(new Stream(opts), buffer, callback);
  };
}

function convenienceMethodSync(Stream) {
  return function syncBufferWrapper(buffer, opts) {
    return zlibBufferSync(new Stream(opts), buffer);
  };
}

module.exports = { convenienceMethod, convenienceMethodSync };
