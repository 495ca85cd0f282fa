'use strict';

// Source: Node.js documentation "Zlib".

const { ObjectDefineProperties, ObjectDefineProperty, ObjectKeys } = primordials;
const binding = internalBinding('zlib');
const { Buffer } = require('buffer');
const { codes: { ERR_INVALID_ARG_TYPE } } = require('internal/errors');
const { isArrayBufferView } = require('internal/util/types');
const { validateUint32 } = require('internal/validators');
const { BrotliCompress, BrotliDecompress } = require('internal/zlib/brotli_streams');
const { codes, constants, isBrotliName } = require('internal/zlib/constants');
const {
  Deflate, DeflateRaw, Gunzip, Gzip, Inflate, InflateRaw, Unzip,
} = require('internal/zlib/deflate_streams');
const { convenienceMethod, convenienceMethodSync } = require('internal/zlib/whole');

function crc32(data, value = 0) {
  if (typeof data === 'string') data = Buffer.from(data);
  else if (!isArrayBufferView(data))
    throw new ERR_INVALID_ARG_TYPE('data', ['Buffer', 'TypedArray', 'DataView', 'string'], data);
  validateUint32(value, 'value');
  return binding.crc32(data, value);
}

// zlib.createGzip() and its like, which cannot be replaced.
function creatorOf(Stream) {
  return {
    __proto__: null,
    configurable: true,
    enumerable: true,
    value: function value(options) {
      return new Stream(options);
    },
  };
}

module.exports = {
  crc32,
  Deflate,
  Inflate,
  Gzip,
  Gunzip,
  DeflateRaw,
  InflateRaw,
  Unzip,
  BrotliCompress,
  BrotliDecompress,
  deflate: convenienceMethod(Deflate),
  deflateSync: convenienceMethodSync(Deflate),
  gzip: convenienceMethod(Gzip),
  gzipSync: convenienceMethodSync(Gzip),
  deflateRaw: convenienceMethod(DeflateRaw),
  deflateRawSync: convenienceMethodSync(DeflateRaw),
  unzip: convenienceMethod(Unzip),
  unzipSync: convenienceMethodSync(Unzip),
  inflate: convenienceMethod(Inflate),
  inflateSync: convenienceMethodSync(Inflate),
  gunzip: convenienceMethod(Gunzip),
  gunzipSync: convenienceMethodSync(Gunzip),
  inflateRaw: convenienceMethod(InflateRaw),
  inflateRawSync: convenienceMethodSync(InflateRaw),
  brotliCompress: convenienceMethod(BrotliCompress),
  brotliCompressSync: convenienceMethodSync(BrotliCompress),
  brotliDecompress: convenienceMethod(BrotliDecompress),
  brotliDecompressSync: convenienceMethodSync(BrotliDecompress),
};

ObjectDefineProperties(module.exports, {
  __proto__: null,
  createDeflate: creatorOf(Deflate),
  createInflate: creatorOf(Inflate),
  createDeflateRaw: creatorOf(DeflateRaw),
  createInflateRaw: creatorOf(InflateRaw),
  createGzip: creatorOf(Gzip),
  createGunzip: creatorOf(Gunzip),
  createUnzip: creatorOf(Unzip),
  createBrotliCompress: creatorOf(BrotliCompress),
  createBrotliDecompress: creatorOf(BrotliDecompress),
  constants: { __proto__: null, enumerable: true, value: constants },
  codes: { __proto__: null, enumerable: true, value: codes },
});

// Deprecated: zlib.Z_FINISH for zlib.constants.Z_FINISH. Not for what came later.
for (const name of ObjectKeys(constants)) {
  if (!isBrotliName(name))
    ObjectDefineProperty(module.exports, name, { __proto__: null, value: constants[name] });
}
