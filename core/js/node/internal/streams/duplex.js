'use strict';

// Duplex: both sides in one object. Source: Node.js documentation "Class: stream.Duplex".

const {
  FunctionPrototypeCall,
  ObjectDefineProperties,
  ObjectGetOwnPropertyDescriptor,
  ObjectKeys,
  ObjectSetPrototypeOf,
} = primordials;
const binding = internalBinding('stream');
const { Stream } = require('internal/streams/legacy');
const Readable = require('internal/streams/readable');
const { ReadableState, WritableState, kCore } = require('internal/streams/states');
const Writable = require('internal/streams/writable');

module.exports = Duplex;
ObjectSetPrototypeOf(Duplex.prototype, Readable.prototype);
ObjectSetPrototypeOf(Duplex, Readable);
for (const name of ObjectKeys(Writable.prototype)) Duplex.prototype[name] ||= Writable.prototype[name];

// Which also tells those who wait for a write.
Duplex.prototype.destroy = Writable.prototype.destroy;

function Duplex(options) {
  if (!(this instanceof Duplex)) return new Duplex(options);
  this._events ??= {
    close: undefined, error: undefined, prefinish: undefined, finish: undefined, drain: undefined,
    data: undefined, end: undefined, readable: undefined,
  };
  this._readableState = new ReadableState(options, this, true);
  this._writableState = new WritableState(options, this, true);
  this.allowHalfOpen = !options || options.allowHalfOpen !== false;
  if (options) takeOptions(this, options);
  FunctionPrototypeCall(Stream, this, options);
  if (this._construct !== undefined && this._construct !== null) binding.construct(this[kCore]);
}

function takeOptions(stream, options) {
  if (options.readable === false) {
    stream._readableState.readable = false;
    stream._readableState.ended = true;
    stream._readableState.endEmitted = true;
  }
  if (options.writable === false) {
    stream._writableState.writable = false;
    stream._writableState.ending = true;
    stream._writableState.ended = true;
    stream._writableState.finished = true;
  }
  if (typeof options.read === 'function') stream._read = options.read;
  if (typeof options.write === 'function') stream._write = options.write;
  if (typeof options.writev === 'function') stream._writev = options.writev;
  if (typeof options.destroy === 'function') stream._destroy = options.destroy;
  if (typeof options.final === 'function') stream._final = options.final;
  if (typeof options.construct === 'function') stream._construct = options.construct;
  if (options.signal) require('internal/streams/add_abort_signal').addAbortSignal(options.signal, stream);
}

const writableSide = (name) => ObjectGetOwnPropertyDescriptor(Writable.prototype, name);
ObjectDefineProperties(Duplex.prototype, {
  writable: { __proto__: null, ...writableSide('writable') },
  writableHighWaterMark: { __proto__: null, ...writableSide('writableHighWaterMark') },
  writableObjectMode: { __proto__: null, ...writableSide('writableObjectMode') },
  writableBuffer: { __proto__: null, ...writableSide('writableBuffer') },
  writableLength: { __proto__: null, ...writableSide('writableLength') },
  writableFinished: { __proto__: null, ...writableSide('writableFinished') },
  writableCorked: { __proto__: null, ...writableSide('writableCorked') },
  writableEnded: { __proto__: null, ...writableSide('writableEnded') },
  writableNeedDrain: { __proto__: null, ...writableSide('writableNeedDrain') },
  destroyed: {
    __proto__: null,
    get() {
      const { _readableState: readable, _writableState: writable } = this;
      if (readable === undefined || writable === undefined) return false;
      return readable.destroyed && writable.destroyed;
    },
    set(value) {
      if (!this._readableState || !this._writableState) return;
      this._readableState.destroyed = value;
      this._writableState.destroyed = value;
    },
  },
});

Duplex.fromWeb = function(pair, options) {
  return require('internal/webstreams/to_node').webToDuplex(pair, options);
};

Duplex.toWeb = function(duplex) {
  return require('internal/webstreams/from_node').pairFromDuplex(duplex);
};

Duplex.from = function(body) {
  return require('internal/streams/duplexify')(body, 'body');
};
