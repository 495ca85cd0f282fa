'use strict';

// The streams by brotli. Source: Node.js documentation "Class: BrotliOptions".

const {
  ArrayPrototypePush,
  FunctionPrototypeCall,
  NumberIsNaN,
  ObjectKeys,
  ObjectSetPrototypeOf,
  StringPrototypeStartsWith,
  Uint32Array,
} = primordials;
const { codes: { ERR_BROTLI_INVALID_PARAM, ERR_INVALID_ARG_TYPE } } = require('internal/errors');
const { ZlibBase } = require('internal/zlib/base');
const { constants } = require('internal/zlib/constants');
const { Zlib } = require('internal/zlib/deflate_streams');
const { BrotliDecoder, BrotliEncoder } = require('internal/zlib/handle');

const { BROTLI_DECODE, BROTLI_ENCODE } = constants;

const kFlushes = {
  __proto__: null,
  flush: constants.BROTLI_OPERATION_PROCESS,
  finishFlush: constants.BROTLI_OPERATION_FINISH,
  fullFlush: constants.BROTLI_OPERATION_FLUSH,
  lastFlush: constants.BROTLI_OPERATION_EMIT_METADATA,
};

let greatestParameter = 0;
for (const name of ObjectKeys(constants)) {
  if (StringPrototypeStartsWith(name, 'BROTLI_PARAM_') && constants[name] > greatestParameter)
    greatestParameter = constants[name];
}

// [parameter, value, ...], each parameter once.
function settingsOf(options) {
  const settings = [];
  if (!options?.params) return settings;
  const seen = { __proto__: null };
  for (const key of ObjectKeys(options.params)) {
    const parameter = +key;
    if (NumberIsNaN(parameter) || parameter < 0 || parameter > greatestParameter ||
        (parameter | 0) !== parameter || seen[parameter]) throw new ERR_BROTLI_INVALID_PARAM(key);
    const value = options.params[key];
    if (typeof value !== 'number' && typeof value !== 'boolean')
      throw new ERR_INVALID_ARG_TYPE('options.params[key]', 'number', value);
    seen[parameter] = true;
    ArrayPrototypePush(settings, parameter, +value);
  }
  return settings;
}

function Brotli(options, mode) {
  const settings = settingsOf(options);
  this._writeState = new Uint32Array(2);
  const Handle = mode === BROTLI_ENCODE ? BrotliEncoder : BrotliDecoder;
  const handle = new Handle(this, this._writeState, settings);
  FunctionPrototypeCall(ZlibBase, this, options, mode, handle, kFlushes);
}
ObjectSetPrototypeOf(Brotli.prototype, Zlib.prototype);
ObjectSetPrototypeOf(Brotli, Zlib);

function BrotliCompress(opts) {
  if (!(this instanceof BrotliCompress)) return new BrotliCompress(opts);
  FunctionPrototypeCall(Brotli, this, opts, BROTLI_ENCODE);
}
ObjectSetPrototypeOf(BrotliCompress.prototype, Brotli.prototype);
ObjectSetPrototypeOf(BrotliCompress, Brotli);

function BrotliDecompress(opts) {
  if (!(this instanceof BrotliDecompress)) return new BrotliDecompress(opts);
  FunctionPrototypeCall(Brotli, this, opts, BROTLI_DECODE);
}
ObjectSetPrototypeOf(BrotliDecompress.prototype, Brotli.prototype);
ObjectSetPrototypeOf(BrotliDecompress, Brotli);

module.exports = { BrotliCompress, BrotliDecompress };
