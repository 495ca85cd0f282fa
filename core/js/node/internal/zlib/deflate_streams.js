'use strict';

// The streams by zlib: deflate in its formats and back. Source: Node.js documentation "Class: Options".

const { FunctionPrototypeCall, ObjectSetPrototypeOf, Uint32Array } = primordials;
const { Buffer } = require('buffer');
const { codes: { ERR_INVALID_ARG_TYPE } } = require('internal/errors');
const { isAnyArrayBuffer, isArrayBufferView } = require('internal/util/types');
const { checkRangesOrGetDefault } = require('internal/validators');
const { ZlibBase, requireHandle } = require('internal/zlib/base');
const { constants } = require('internal/zlib/constants');
const { Zlib: ZlibHandle } = require('internal/zlib/handle');

const {
  DEFLATE, DEFLATERAW, GUNZIP, GZIP, INFLATE, INFLATERAW, UNZIP,
  Z_BLOCK, Z_FINISH, Z_FULL_FLUSH, Z_NO_FLUSH, Z_SYNC_FLUSH,
  Z_DEFAULT_LEVEL, Z_DEFAULT_MEMLEVEL, Z_DEFAULT_STRATEGY, Z_DEFAULT_WINDOWBITS, Z_FIXED, Z_MAX_LEVEL,
  Z_MAX_MEMLEVEL, Z_MAX_WINDOWBITS, Z_MIN_LEVEL, Z_MIN_MEMLEVEL, Z_MIN_WINDOWBITS,
} = constants;

const kFlushes = {
  __proto__: null,
  flush: Z_NO_FLUSH,
  finishFlush: Z_FINISH,
  fullFlush: Z_FULL_FLUSH,
  lastFlush: Z_BLOCK,
};

const kDefaults = {
  __proto__: null,
  windowBits: Z_DEFAULT_WINDOWBITS,
  level: Z_DEFAULT_LEVEL,
  memLevel: Z_DEFAULT_MEMLEVEL,
  strategy: Z_DEFAULT_STRATEGY,
  dictionary: undefined,
};

function windowBitsOf(options, mode) {
  const { windowBits } = options;
  // The header of what is to be decompressed says it.
  const isFromHeader = mode === INFLATE || mode === GUNZIP || mode === UNZIP;
  if (isFromHeader && (windowBits === undefined || windowBits === null || windowBits === 0)) return 0;
  // A compressed gzip header cannot say less than 9.
  const min = Z_MIN_WINDOWBITS + (mode === GZIP ? 1 : 0);
  return checkRangesOrGetDefault(
    windowBits, 'options.windowBits', min, Z_MAX_WINDOWBITS, Z_DEFAULT_WINDOWBITS);
}

function levelOf(level, name) {
  return checkRangesOrGetDefault(level, name, Z_MIN_LEVEL, Z_MAX_LEVEL, Z_DEFAULT_LEVEL);
}

function strategyOf(strategy, name) {
  return checkRangesOrGetDefault(strategy, name, Z_DEFAULT_STRATEGY, Z_FIXED, Z_DEFAULT_STRATEGY);
}

function dictionaryOf({ dictionary }) {
  if (dictionary === undefined || isArrayBufferView(dictionary)) return dictionary;
  if (isAnyArrayBuffer(dictionary)) return Buffer.from(dictionary);
  throw new ERR_INVALID_ARG_TYPE(
    'options.dictionary', ['Buffer', 'TypedArray', 'DataView', 'ArrayBuffer'], dictionary);
}

function checkedOptions(options, mode) {
  if (!options) return kDefaults;
  return {
    __proto__: null,
    windowBits: windowBitsOf(options, mode),
    level: levelOf(options.level, 'options.level'),
    memLevel: checkRangesOrGetDefault(
      options.memLevel, 'options.memLevel', Z_MIN_MEMLEVEL, Z_MAX_MEMLEVEL, Z_DEFAULT_MEMLEVEL),
    strategy: strategyOf(options.strategy, 'options.strategy'),
    dictionary: dictionaryOf(options),
  };
}

function Zlib(options, mode) {
  const checked = checkedOptions(options, mode);
  this._writeState = new Uint32Array(2);
  const handle = new ZlibHandle(this, this._writeState, mode, checked);
  FunctionPrototypeCall(ZlibBase, this, options, mode, handle, kFlushes);
  this._level = checked.level;
  this._strategy = checked.strategy;
}
derive(Zlib, ZlibBase);

// They take effect between what was written before and what is written after.
Zlib.prototype.params = function(level, strategy, callback) {
  levelOf(level, 'level');
  strategyOf(strategy, 'strategy');
  if (this._level === level && this._strategy === strategy) {
    process.nextTick(callback);
    return;
  }
  this.flush(Z_SYNC_FLUSH, () => {
    requireHandle(this).params(level, strategy);
    if (this.destroyed) return;
    this._level = level;
    this._strategy = strategy;
    if (callback) callback();
  });
};

function derive(Stream, Base) {
  ObjectSetPrototypeOf(Stream.prototype, Base.prototype);
  ObjectSetPrototypeOf(Stream, Base);
}

function Deflate(opts) {
  if (!(this instanceof Deflate)) return new Deflate(opts);
  FunctionPrototypeCall(Zlib, this, opts, DEFLATE);
}
derive(Deflate, Zlib);

function Inflate(opts) {
  if (!(this instanceof Inflate)) return new Inflate(opts);
  FunctionPrototypeCall(Zlib, this, opts, INFLATE);
}
derive(Inflate, Zlib);

function Gzip(opts) {
  if (!(this instanceof Gzip)) return new Gzip(opts);
  FunctionPrototypeCall(Zlib, this, opts, GZIP);
}
derive(Gzip, Zlib);

function Gunzip(opts) {
  if (!(this instanceof Gunzip)) return new Gunzip(opts);
  FunctionPrototypeCall(Zlib, this, opts, GUNZIP);
}
derive(Gunzip, Zlib);

function DeflateRaw(opts) {
  // zlib refuses the smallest window for bare data.
  if (opts?.windowBits === 8) opts = { ...opts, windowBits: 9 };
  if (!(this instanceof DeflateRaw)) return new DeflateRaw(opts);
  FunctionPrototypeCall(Zlib, this, opts, DEFLATERAW);
}
derive(DeflateRaw, Zlib);

function InflateRaw(opts) {
  if (!(this instanceof InflateRaw)) return new InflateRaw(opts);
  FunctionPrototypeCall(Zlib, this, opts, INFLATERAW);
}
derive(InflateRaw, Zlib);

function Unzip(opts) {
  if (!(this instanceof Unzip)) return new Unzip(opts);
  FunctionPrototypeCall(Zlib, this, opts, UNZIP);
}
derive(Unzip, Zlib);

module.exports = { Deflate, DeflateRaw, Gunzip, Gzip, Inflate, InflateRaw, Unzip, Zlib };
