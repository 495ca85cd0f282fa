'use strict';

// Readable. Source: Node.js documentation "Class: stream.Readable". What orders events and buffers
// lies in core/stream; this checks arguments and shapes the class.

const {
  FunctionPrototypeCall,
  NumberParseInt,
  ObjectDefineProperties,
  ObjectKeys,
  ObjectSetPrototypeOf,
  Promise,
  SymbolAsyncIterator,
} = primordials;
const binding = internalBinding('stream');
const { Buffer } = require('buffer');
const EventEmitter = require('events');
const { AbortError, codes } = require('internal/errors');
const { SymbolAsyncDispose } = require('internal/util');
const { validateObject } = require('internal/validators');
const { StringDecoder } = require('string_decoder');
require('internal/streams/host_hooks');
const deliver = require('internal/streams/deliver');
const { destroy, errorOrDestroy, undestroy } = require('internal/streams/destroy');
const { Stream } = require('internal/streams/legacy');
const { pipe, unpipe } = require('internal/streams/pipe');
const {
  ReadableState, kCore, kDecoder, kDefaultEncoding, kEncoding, kPaused,
} = require('internal/streams/states');

module.exports = Readable;
ObjectSetPrototypeOf(Readable.prototype, Stream.prototype);
ObjectSetPrototypeOf(Readable, Stream);
Readable.ReadableState = ReadableState;

function Readable(options) {
  if (!(this instanceof Readable)) return new Readable(options);
  this._events ??= {
    close: undefined, error: undefined, data: undefined, end: undefined, readable: undefined,
  };
  this._readableState = new ReadableState(options, this, false);
  if (options) {
    if (typeof options.read === 'function') this._read = options.read;
    if (typeof options.destroy === 'function') this._destroy = options.destroy;
    if (typeof options.construct === 'function') this._construct = options.construct;
    if (options.signal) require('internal/streams/add_abort_signal').addAbortSignal(options.signal, this);
  }
  FunctionPrototypeCall(Stream, this, options);
  if (this._construct !== undefined && this._construct !== null) binding.construct(this[kCore]);
}

Readable.prototype.destroy = destroy;
Readable.prototype._undestroy = undestroy;
Readable.prototype._destroy = function(error, callback) {
  callback(error);
};
Readable.prototype[EventEmitter.captureRejectionSymbol] = function(error) {
  this.destroy(error);
};

Readable.prototype[SymbolAsyncDispose] = function() {
  let error;
  if (!this.destroyed) {
    error = this.readableEnded ? null : new AbortError();
    this.destroy(error);
  }
  const { finished } = require('internal/streams/end_of_stream');
  return new Promise((resolve, reject) => {
    finished(this, (failure) => {
      if (failure && failure !== error) reject(failure);
      else resolve(null);
    });
  });
};

// Adding data.

function isBytes(chunk) {
  return chunk instanceof Buffer || Stream._isArrayBufferView(chunk);
}

function toBuffer(chunk) {
  return chunk instanceof Buffer ? chunk : Stream._uint8ArrayToBuffer(chunk);
}

function refuseType(stream, chunk) {
  errorOrDestroy(stream, new codes.ERR_INVALID_ARG_TYPE('chunk', ['string', 'Buffer', 'TypedArray', 'DataView'], chunk));
  return false;
}

// A text in the encoding the stream is read in, or bytes.
function encodedText(state, chunk, encoding) {
  if (state[kEncoding] === encoding) return chunk;
  const bytes = Buffer.from(chunk, encoding);
  return state[kEncoding] ? bytes.toString(state[kEncoding]) : bytes;
}

function tell(stream, core, chunk) {
  if (binding.isRecorded) binding.deliver(core, chunk);
  else deliver(stream, chunk);
}

// What goes past the buffer is delivered before anything else happens.
function passOn(stream, core, chunk) {
  tell(stream, core, chunk);
  return binding.added(core);
}

// At the end of the buffer, or at its front. A function each, as Node shows them in stacks.
function addObject(stream, core, chunk) {
  return binding.admitAndAdd(core, chunk, 1) ?? passOn(stream, core, chunk);
}

function addBytes(stream, core, chunk) {
  return binding.admitAndAdd(core, chunk, chunk.length) ?? passOn(stream, core, chunk);
}

function putBack(stream, core, chunk, length) {
  if (!binding.admit(core, true)) return false;
  return binding.add(core, chunk, length, true) ?? passOn(stream, core, chunk);
}

Readable.prototype.push = function(chunk, encoding) {
  const state = this._readableState;
  const core = state[kCore];
  if (chunk === null) return binding.addEnd(core);
  if (binding.readsObjects(core)) {
    if (!state[kDecoder] || encoding) return addObject(this, core, chunk);
    if (!binding.admit(core, false)) return false;
    return addObject(this, core, state[kDecoder].write(chunk));
  }
  if (typeof chunk === 'string') {
    encoding ||= state[kDefaultEncoding];
    if (state[kEncoding] !== encoding) {
      chunk = Buffer.from(chunk, encoding);
      encoding = '';
    }
  } else if (isBytes(chunk)) {
    chunk = toBuffer(chunk);
    encoding = '';
  } else if (chunk !== undefined) {
    return refuseType(this, chunk);
  }
  if (!chunk || chunk.length <= 0) return binding.addNothing(core);
  if (!state[kDecoder] || encoding) return addBytes(this, core, chunk);
  if (!binding.admit(core, false)) return false;
  chunk = state[kDecoder].write(chunk);
  return chunk.length === 0 ? binding.addNothing(core) : addBytes(this, core, chunk);
};

Readable.prototype.unshift = function(chunk, encoding) {
  const state = this._readableState;
  const core = state[kCore];
  if (chunk === null) return binding.addEnd(core);
  if (state.objectMode) return putBack(this, core, chunk, 1);
  if (typeof chunk === 'string') {
    chunk = encodedText(state, chunk, encoding || state[kDefaultEncoding]);
  } else if (isBytes(chunk)) {
    chunk = toBuffer(chunk);
  } else if (chunk !== undefined) {
    return refuseType(this, chunk);
  }
  if (!chunk || chunk.length <= 0) return binding.canPushMore(core);
  return putBack(this, core, chunk, chunk.length);
};

Readable.prototype.setEncoding = function(encoding) {
  const state = this._readableState;
  const decoder = new StringDecoder(encoding);
  state[kDecoder] = decoder;
  state[kEncoding] = decoder.encoding;
  state.decodes = true;
  const chunks = state.buffer;
  let text = '';
  for (let i = 0; i < chunks.length; i++) text += decoder.write(chunks[i]);
  binding.replaceBuffer(state[kCore], text, text.length);
  return this;
};

// Reading.

const kLargestRead = 2 ** 30;

Readable.prototype.read = function(size) {
  const wanted = size === undefined ? undefined : NumberParseInt(size, 10);
  if (wanted > kLargestRead) throw new codes.ERR_OUT_OF_RANGE('size', '<= 1GiB', wanted);
  const core = this._readableState[kCore];
  const amount = binding.beginRead(core, wanted);
  if (amount === binding.nothingToRead) return null;
  if (amount < 0) {
    try {
      this._read(binding.highWaterMark(core));
    } catch (error) {
      errorOrDestroy(this, error);
    }
  }
  const chunk = binding.finishRead(core, wanted, amount);
  if (chunk !== null && binding.beginDelivery(core)) tell(this, core, chunk);
  return chunk;
};

Readable.prototype._read = function(size) {
  throw new codes.ERR_METHOD_NOT_IMPLEMENTED('_read()');
};

Readable.prototype.isPaused = function() {
  return this._readableState[kPaused] === true || this._readableState.flowing === false;
};

Readable.prototype.resume = function() {
  binding.resume(this._readableState[kCore]);
  return this;
};

Readable.prototype.pause = function() {
  binding.pause(this._readableState[kCore]);
  return this;
};

Readable.prototype.pipe = pipe;
Readable.prototype.unpipe = unpipe;

// Listeners decide the mode.

Readable.prototype.on = function(event, listener) {
  const result = FunctionPrototypeCall(Stream.prototype.on, this, event, listener);
  if (event === 'data') binding.dataListenerAdded(this._readableState[kCore]);
  else if (event === 'readable') binding.readableListenerAdded(this._readableState[kCore]);
  return result;
};
Readable.prototype.addListener = Readable.prototype.on;

Readable.prototype.removeListener = function(event, listener) {
  const result = FunctionPrototypeCall(Stream.prototype.removeListener, this, event, listener);
  if (event === 'readable') {
    binding.readableListenerRemoved(this._readableState[kCore]);
  } else if (event === 'data' && this.listenerCount('data') === 0) {
    binding.lastDataListenerRemoved(this._readableState[kCore]);
  }
  return result;
};
Readable.prototype.off = Readable.prototype.removeListener;

Readable.prototype.removeAllListeners = function(event) {
  const result = arguments.length === 0 ?
    FunctionPrototypeCall(Stream.prototype.removeAllListeners, this) :
    FunctionPrototypeCall(Stream.prototype.removeAllListeners, this, event);
  if (event === 'readable' || event === undefined) binding.readableListenerRemoved(this._readableState[kCore]);
  return result;
};

// A stream of the first kind, by 'data' and pause(), as a Readable.
Readable.prototype.wrap = function(old) {
  let paused = false;
  old.on('data', (chunk) => {
    if (!this.push(chunk) && old.pause) {
      paused = true;
      old.pause();
    }
  });
  old.on('end', () => this.push(null));
  old.on('error', (error) => errorOrDestroy(this, error));
  old.on('close', () => this.destroy());
  old.on('destroy', () => this.destroy());
  this._read = () => {
    if (paused && old.resume) {
      paused = false;
      old.resume();
    }
  };
  const names = ObjectKeys(old);
  for (let i = 1; i < names.length; i++) {
    const name = names[i];
    if (this[name] === undefined && typeof old[name] === 'function') this[name] = old[name].bind(old);
  }
  return this;
};

// As an async iterable.

Readable.prototype[SymbolAsyncIterator] = function() {
  return iterate(this);
};

Readable.prototype.iterator = function(options) {
  if (options !== undefined) validateObject(options, 'options');
  return iterate(this, options);
};

function iterate(stream, options) {
  if (typeof stream.read !== 'function') stream = Readable.wrap(stream, { objectMode: true });
  const iterator = chunksOf(stream, options);
  iterator.stream = stream;
  return iterator;
}

async function* chunksOf(stream, options) {
  const { finished } = require('internal/streams/end_of_stream');
  const { aggregateTwoErrors } = require('internal/errors');
  const { destroyer } = require('internal/streams/destroy');
  let wake = noop;
  // undefined: it goes on; null: it has ended well.
  let error;
  function wakeUp() {
    const woken = wake;
    wake = noop;
    woken();
  }
  stream.on('readable', wakeUp);
  const cleanup = finished(stream, { writable: false }, (failure) => {
    error = failure ? aggregateTwoErrors(error, failure) : null;
    wakeUp();
  });
  try {
    for (;;) {
      const chunk = stream.destroyed ? null : stream.read();
      if (chunk !== null) yield chunk;
      else if (error) throw error;
      else if (error === null) return;
      else await new Promise((resolve) => { wake = resolve; });
    }
  } catch (failure) {
    error = aggregateTwoErrors(error, failure);
    throw error;
  } finally {
    if ((error || options?.destroyOnReturn !== false) &&
        (error === undefined || stream._readableState.autoDestroy)) {
      destroyer(stream, null);
    } else {
      stream.off('readable', wakeUp);
      cleanup();
    }
  }
}

function noop() {}

// What can be asked.

ObjectDefineProperties(Readable.prototype, {
  readable: {
    __proto__: null,
    get() {
      const state = this._readableState;
      // What ended says so before 'end' is emitted only in old streams.
      return Boolean(state) && state.readable !== false && !state.destroyed && !state.errorEmitted &&
        !state.endEmitted;
    },
    set(value) {
      if (this._readableState) this._readableState.readable = Boolean(value);
    },
  },
  readableDidRead: { __proto__: null, enumerable: false, get() { return this._readableState.dataEmitted; } },
  readableAborted: {
    __proto__: null,
    enumerable: false,
    get() {
      const state = this._readableState;
      return Boolean(state.readable !== false && (state.destroyed || state.errored) && !state.endEmitted);
    },
  },
  readableHighWaterMark: {
    __proto__: null, enumerable: false, get() { return this._readableState.highWaterMark; },
  },
  readableBuffer: { __proto__: null, enumerable: false, get() { return this._readableState?.buffer; } },
  readableFlowing: {
    __proto__: null,
    enumerable: false,
    get() { return this._readableState.flowing; },
    set(value) { if (this._readableState) this._readableState.flowing = value; },
  },
  readableLength: { __proto__: null, enumerable: false, get() { return this._readableState.length; } },
  readableObjectMode: {
    __proto__: null,
    enumerable: false,
    get() { return this._readableState ? this._readableState.objectMode : false; },
  },
  readableEncoding: {
    __proto__: null,
    enumerable: false,
    get() { return this._readableState ? this._readableState.encoding : null; },
  },
  errored: {
    __proto__: null,
    enumerable: false,
    get() { return this._readableState ? this._readableState.errored : null; },
  },
  closed: {
    __proto__: null,
    get() { return this._readableState ? this._readableState.closed : false; },
  },
  destroyed: {
    __proto__: null,
    enumerable: false,
    get() { return this._readableState ? this._readableState.destroyed : false; },
    set(value) { if (this._readableState) this._readableState.destroyed = value; },
  },
  readableEnded: {
    __proto__: null,
    enumerable: false,
    get() { return this._readableState ? this._readableState.endEmitted : false; },
  },
});

Readable.from = function(iterable, options) {
  return require('internal/streams/from')(Readable, iterable, options);
};

Readable.fromWeb = function(readableStream, options) {
  return require('internal/webstreams/to_node').webToReadable(readableStream, options);
};

Readable.toWeb = function(streamReadable, options) {
  return require('internal/webstreams/from_node').readableToWeb(streamReadable, options);
};

Readable.wrap = function(source, options) {
  return new Readable({
    objectMode: source.readableObjectMode ?? source.objectMode ?? true,
    ...options,
    destroy(error, callback) {
      require('internal/streams/destroy').destroyer(source, error);
      callback(error);
    },
  }).wrap(source);
};
