'use strict';

// Writable. Source: Node.js documentation "Class: stream.Writable". What orders events and buffers
// lies in core/stream; this checks arguments and shapes the class.

const {
  Error,
  FunctionPrototypeCall,
  FunctionPrototypeSymbolHasInstance,
  ObjectDefineProperties,
  ObjectDefineProperty,
  ObjectSetPrototypeOf,
  Promise,
  StringPrototypeToLowerCase,
  SymbolHasInstance,
} = primordials;
const binding = internalBinding('stream');
const { Buffer } = require('buffer');
const EventEmitter = require('events');
const { AbortError, codes } = require('internal/errors');
require('internal/streams/host_hooks');
const { destroy, errorOrDestroy, undestroy } = require('internal/streams/destroy');
const { Stream } = require('internal/streams/legacy');
const { WritableState, kCore, kDecodeStrings, kDefaultEncoding, kOnWrite } = require('internal/streams/states');
const { SymbolAsyncDispose } = require('internal/util');

module.exports = Writable;
ObjectSetPrototypeOf(Writable.prototype, Stream.prototype);
ObjectSetPrototypeOf(Writable, Stream);
Writable.WritableState = WritableState;

function Writable(options) {
  if (!(this instanceof Writable)) return new Writable(options);
  this._events ??= {
    close: undefined, error: undefined, prefinish: undefined, finish: undefined, drain: undefined,
  };
  this._writableState = new WritableState(options, this, false);
  if (options) {
    if (typeof options.write === 'function') this._write = options.write;
    if (typeof options.writev === 'function') this._writev = options.writev;
    if (typeof options.destroy === 'function') this._destroy = options.destroy;
    if (typeof options.final === 'function') this._final = options.final;
    if (typeof options.construct === 'function') this._construct = options.construct;
    if (options.signal) require('internal/streams/add_abort_signal').addAbortSignal(options.signal, this);
  }
  FunctionPrototypeCall(Stream, this, options);
  if (this._construct !== undefined && this._construct !== null) binding.construct(this[kCore]);
}

// A Duplex is a Writable too.
ObjectDefineProperty(Writable, SymbolHasInstance, {
  __proto__: null,
  value: function(object) {
    if (FunctionPrototypeSymbolHasInstance(this, object)) return true;
    return this === Writable && Boolean(object) && object._writableState instanceof WritableState;
  },
});

Writable.fromWeb = function(writableStream, options) {
  return require('internal/webstreams/to_node').webToWritable(writableStream, options);
};

Writable.toWeb = function(streamWritable) {
  return require('internal/webstreams/from_node').writableToWeb(streamWritable);
};

Writable.prototype.pipe = function() {
  errorOrDestroy(this, new codes.ERR_STREAM_CANNOT_PIPE());
};

// The error for which it was not taken, or whether more may come.
function writeTo(stream, chunk, encoding, callback) {
  const state = stream._writableState;
  const core = state[kCore];
  if (chunk === null) throw new codes.ERR_STREAM_NULL_VALUES();
  if (binding.writesObjects(core)) return writeChunk(stream, state, chunk, 1, encoding, callback);
  if (!encoding) encoding = state[kDefaultEncoding];
  else if (encoding !== 'buffer' && !Buffer.isEncoding(encoding)) throw new codes.ERR_UNKNOWN_ENCODING(encoding);
  if (typeof chunk === 'string') {
    if (state[kDecodeStrings]) {
      chunk = Buffer.from(chunk, encoding);
      encoding = 'buffer';
    }
  } else if (chunk instanceof Buffer) {
    encoding = 'buffer';
  } else if (Stream._isArrayBufferView(chunk)) {
    chunk = Stream._uint8ArrayToBuffer(chunk);
    encoding = 'buffer';
  } else {
    throw new codes.ERR_INVALID_ARG_TYPE('chunk', ['string', 'Buffer', 'TypedArray', 'DataView'], chunk);
  }
  return writeChunk(stream, state, chunk, chunk.length, encoding, callback);
}

function writeChunk(stream, state, chunk, length, encoding, callback) {
  const core = state[kCore];
  const entered = binding.enterWrite(core, chunk, length, encoding, callback, encoding === 'buffer');
  if (typeof entered !== 'number') return entered;
  stream._write(chunk, encoding, state[kOnWrite]);
  return binding.leaveWrite(core, entered);
}

Writable.prototype.write = function(chunk, encoding, callback) {
  if (typeof encoding === 'function') {
    callback = encoding;
    encoding = undefined;
  }
  return writeTo(this, chunk, encoding, callback) === true;
};

Writable.prototype.cork = function() {
  binding.cork(this._writableState[kCore]);
};

Writable.prototype.uncork = function() {
  binding.uncork(this._writableState[kCore]);
};

Writable.prototype.setDefaultEncoding = function(encoding) {
  if (typeof encoding === 'string') encoding = StringPrototypeToLowerCase(encoding);
  if (!Buffer.isEncoding(encoding)) throw new codes.ERR_UNKNOWN_ENCODING(encoding);
  this._writableState[kDefaultEncoding] = encoding;
  return this;
};

Writable.prototype._write = function(chunk, encoding, callback) {
  if (!this._writev) throw new codes.ERR_METHOD_NOT_IMPLEMENTED('_write()');
  this._writev([{ chunk, encoding }], callback);
};
Writable.prototype._writev = null;

Writable.prototype.end = function(chunk, encoding, callback) {
  if (typeof chunk === 'function') {
    callback = chunk;
    chunk = encoding = null;
  } else if (typeof encoding === 'function') {
    callback = encoding;
    encoding = null;
  }
  let error;
  if (chunk !== null && chunk !== undefined) {
    const result = writeTo(this, chunk, encoding);
    if (result instanceof Error) error = result;
  }
  binding.end(this._writableState[kCore], error, callback);
  return this;
};

Writable.prototype.destroy = function(error, callback) {
  binding.failWaitingSoon(this._writableState[kCore]);
  FunctionPrototypeCall(destroy, this, error, callback);
  return this;
};
Writable.prototype._undestroy = undestroy;
Writable.prototype._destroy = function(error, callback) {
  callback(error);
};
Writable.prototype[SymbolAsyncDispose] = function() {
  if (!this.destroyed) this.destroy(this.writableFinished ? null : new AbortError());
  const { finished } = require('internal/streams/end_of_stream');
  return new Promise((resolve, reject) => {
    finished(this, (error) => {
      if (error && error.name !== 'AbortError') reject(error);
      else resolve(null);
    });
  });
};
Writable.prototype[EventEmitter.captureRejectionSymbol] = function(error) {
  this.destroy(error);
};

ObjectDefineProperties(Writable.prototype, {
  closed: { __proto__: null, get() { return this._writableState ? this._writableState.closed : false; } },
  destroyed: {
    __proto__: null,
    get() { return this._writableState ? this._writableState.destroyed : false; },
    set(value) { if (this._writableState) this._writableState.destroyed = value; },
  },
  writable: {
    __proto__: null,
    get() {
      const state = this._writableState;
      const core = state?.[kCore];
      if (core !== undefined) return binding.takesWrites(core);
      return Boolean(state) && state.writable !== false && !state.destroyed && !state.errored &&
        !state.ending && !state.ended;
    },
    set(value) { if (this._writableState) this._writableState.writable = Boolean(value); },
  },
  writableFinished: {
    __proto__: null, get() { return this._writableState ? this._writableState.finished : false; },
  },
  writableObjectMode: {
    __proto__: null, get() { return this._writableState ? this._writableState.objectMode : false; },
  },
  writableBuffer: { __proto__: null, get() { return this._writableState?.getBuffer(); } },
  writableEnded: { __proto__: null, get() { return this._writableState ? this._writableState.ending : false; } },
  writableNeedDrain: {
    __proto__: null,
    get() {
      const state = this._writableState;
      return state ? !state.destroyed && !state.ending && state.needDrain : false;
    },
  },
  writableHighWaterMark: { __proto__: null, get() { return this._writableState?.highWaterMark; } },
  writableCorked: { __proto__: null, get() { return this._writableState ? this._writableState.corked : 0; } },
  writableLength: { __proto__: null, get() { return this._writableState?.length; } },
  errored: {
    __proto__: null,
    enumerable: false,
    get() { return this._writableState ? this._writableState.errored : null; },
  },
  writableAborted: {
    __proto__: null,
    get() {
      const state = this._writableState;
      return Boolean(state.writable !== false && (state.destroyed || state.errored) && !state.finished);
    },
  },
});
