'use strict';

// What a zlib stream works with: one codec of the host's. Packages that drive the streams by themselves
// know it as stream._handle, keep it from being closed, and wait for what it tells to onerror().

const { Error, Symbol } = primordials;
const binding = internalBinding('zlib');
const { nativeError } = require('internal/errors');
const { constants } = require('internal/zlib/constants');

const kOwner = Symbol('owner_symbol');

// By the numbers of zlib.constants.
const kLabels = [
  '', 'deflate', 'inflate', 'gzip', 'gunzip', 'deflateRaw', 'inflateRaw', 'unzip', 'brotliDecompress',
  'brotliCompress',
];

// The host's numbers of formats.
const kZlibFormat = 0;
const kGzipFormat = 1;
const kRawFormat = 2;
const kEitherFormat = 3;

class CodecHandle {
  #codec;
  #state;
  #label;

  constructor(owner, codec, state, mode) {
    this.onerror = undefined;
    this[kOwner] = owner;
    this.#codec = codec;
    this.#state = state;
    this.#label = kLabels[mode];
  }

  get codec() { return this.#codec; }

  // After a write: how much of the output is free, and how much of the input is left.
  get room() { return this.#state[0]; }
  get left() { return this.#state[1]; }

  // On the calling thread. False: it failed, and onerror() knows.
  writeSync(flush, input, start, length, output, outputStart) {
    const fault = binding.write(this.#codec, flush, input, start, length, output, outputStart);
    return this.report(fault);
  }

  // On a thread of the pool; calls back unless it failed.
  write(flush, input, start, length, output, outputStart, callback) {
    let fault;
    const done = () => {
      if (this.report(fault)) callback();
    };
    fault = binding.writeInPool(
      this.#codec, flush, input, start, length, output, outputStart, this.#label, done);
  }

  reset() {
    this.report(binding.reset(this.#codec));
  }

  close() {
    if (this.#codec === undefined) return;
    binding.close(this.#codec);
    this.#codec = undefined;
  }

  report(fault) {
    if (fault === undefined) return true;
    this.onerror(fault[0], fault[1], fault[2]);
    return false;
  }
}

// Formats by mode.
const kDeflates = {
  __proto__: null,
  [constants.DEFLATE]: kZlibFormat,
  [constants.GZIP]: kGzipFormat,
  [constants.DEFLATERAW]: kRawFormat,
};
const kInflates = {
  __proto__: null,
  [constants.INFLATE]: kZlibFormat,
  [constants.GUNZIP]: kGzipFormat,
  [constants.INFLATERAW]: kRawFormat,
  [constants.UNZIP]: kEitherFormat,
};

class Zlib extends CodecHandle {
  #compresses;

  constructor(owner, state, mode, { windowBits, level, memLevel, strategy, dictionary }) {
    const compresses = kDeflates[mode] !== undefined;
    super(owner, compresses ?
      binding.deflate(state, kDeflates[mode], windowBits, level, memLevel, strategy, dictionary) :
      binding.inflate(state, kInflates[mode], windowBits, dictionary), state, mode);
    this.#compresses = compresses;
  }

  makeError(message) {
    return zlibError(message);
  }

  params(level, strategy) {
    if (this.#compresses) this.report(binding.setParams(this.codec, level, strategy));
  }
}

// `settings`: [parameter, value, ...]

class BrotliEncoder extends CodecHandle {
  constructor(owner, state, settings) {
    super(owner, accepted(binding.brotliCompress(state, settings)), state, constants.BROTLI_ENCODE);
  }

  makeError(message) {
    return brotliEncoderError(message);
  }
}

class BrotliDecoder extends CodecHandle {
  constructor(owner, state, settings) {
    super(owner, accepted(binding.brotliDecompress(state, settings)), state, constants.BROTLI_DECODE);
  }

  makeError(message) {
    return brotliDecoderError(message);
  }
}

// Their frames stand for those of Node's three classes.

function zlibError(message) {
  return new Error(message);
}

function brotliEncoderError(message) {
  return new Error(message);
}

function brotliDecoderError(message) {
  return new Error(message);
}

function accepted(codec) {
  if (codec === undefined)
    throw nativeError(Error, 'ERR_ZLIB_INITIALIZATION_FAILED', 'Initialization failed');
  return codec;
}

// A stream's, when it ends.
function closeHandle(stream) {
  stream._handle?.close();
  stream._handle = null;
}

module.exports = { BrotliDecoder, BrotliEncoder, Zlib, closeHandle, kOwner };
