'use strict';

// Source: Compression Standard. As in Node each is a stream of zlib's, seen as a pair of web streams.

const { Symbol } = primordials;
const { codes } = require('internal/errors');
const { customInspectSymbol } = require('internal/util');
const { pairFromDuplex } = require('internal/webstreams/from_node');
const { inspectAs, shapeClass, stateOf } = require('internal/webstreams/shared');

const kCompression = Symbol('kCompression');
const kDecompression = Symbol('kDecompression');

const compressors = {
  '__proto__': null, 'deflate': 'createDeflate', 'deflate-raw': 'createDeflateRaw', 'gzip': 'createGzip',
};
const decompressors = {
  '__proto__': null, 'deflate': 'createInflate', 'deflate-raw': 'createInflateRaw', 'gzip': 'createGunzip',
};

function makePair(makers, format) {
  const name = typeof format === 'string' ? makers[format] : undefined;
  if (name === undefined) throw new codes.ERR_INVALID_ARG_VALUE('format', format);
  return pairFromDuplex(require('zlib')[name]());
}

class CompressionStream {
  constructor(format) {
    this[kCompression] = makePair(compressors, format);
  }

  get readable() {
    return stateOf(this, kCompression, 'CompressionStream').readable;
  }

  get writable() {
    return stateOf(this, kCompression, 'CompressionStream').writable;
  }

  [customInspectSymbol](depth, options) {
    const { readable, writable } = this;
    return inspectAs('CompressionStream', { readable, writable }, depth, options);
  }
}
shapeClass(CompressionStream, 'CompressionStream', ['readable', 'writable']);

class DecompressionStream {
  constructor(format) {
    this[kDecompression] = makePair(decompressors, format);
  }

  get readable() {
    return stateOf(this, kDecompression, 'DecompressionStream').readable;
  }

  get writable() {
    return stateOf(this, kDecompression, 'DecompressionStream').writable;
  }

  [customInspectSymbol](depth, options) {
    const { readable, writable } = this;
    return inspectAs('DecompressionStream', { readable, writable }, depth, options);
  }
}
shapeClass(DecompressionStream, 'DecompressionStream', ['readable', 'writable']);

module.exports = { CompressionStream, DecompressionStream };
