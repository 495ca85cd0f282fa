'use strict';

// Transform: a Duplex that makes what is read of what is written. Source: Node.js documentation
// "Class: stream.Transform". A write is not done before what it made has room.

const { FunctionPrototypeCall, ObjectSetPrototypeOf, Symbol } = primordials;
const { codes: { ERR_METHOD_NOT_IMPLEMENTED } } = require('internal/errors');
const binding = internalBinding('stream');
const Duplex = require('internal/streams/duplex');
const { kCore } = require('internal/streams/states');

module.exports = Transform;
ObjectSetPrototypeOf(Transform.prototype, Duplex.prototype);
ObjectSetPrototypeOf(Transform, Duplex);

const kCallback = Symbol('kCallback');

// In the order of core/stream's AfterTransform.
const kCallBack = 0;
const kCallBackSoon = 1;

function Transform(options) {
  if (!(this instanceof Transform)) return new Transform(options);
  // With a readable mark of 0 it is the writable side that holds one chunk.
  const readableMark = options?.highWaterMark === undefined || options.highWaterMark === null ?
    options?.readableHighWaterMark : options.highWaterMark;
  if (readableMark === 0) {
    options = {
      ...options,
      highWaterMark: null,
      readableHighWaterMark: readableMark,
      writableHighWaterMark: options.writableHighWaterMark || 0,
    };
  }
  FunctionPrototypeCall(Duplex, this, options);
  // It has nothing to read before something is written.
  this._readableState.sync = false;
  this[kCallback] = null;
  if (options) {
    if (typeof options.transform === 'function') this._transform = options.transform;
    if (typeof options.flush === 'function') this._flush = options.flush;
  }
  this.on('prefinish', prefinish);
}

function final(callback) {
  if (typeof this._flush !== 'function' || this.destroyed) {
    this.push(null);
    if (callback) callback();
    return;
  }
  this._flush((error, data) => {
    if (error) {
      if (callback) callback(error);
      else this.destroy(error);
      return;
    }
    if (data !== undefined && data !== null) this.push(data);
    this.push(null);
    if (callback) callback();
  });
}

// For those that have a _final() of their own.
function prefinish() {
  if (this._final !== final) FunctionPrototypeCall(final, this);
}

Transform.prototype._final = final;

Transform.prototype._transform = function(chunk, encoding, callback) {
  throw new ERR_METHOD_NOT_IMPLEMENTED('_transform()');
};

Transform.prototype._write = function(chunk, encoding, callback) {
  const core = this._readableState[kCore];
  const length = binding.readableLength(core);
  this._transform(chunk, encoding, (error, result) => {
    if (error) {
      callback(error);
      return;
    }
    if (result !== undefined && result !== null) this.push(result);
    const next = binding.afterTransform(core, length);
    if (next === kCallBack) callback();
    else if (next === kCallBackSoon) process.nextTick(callback);
    else this[kCallback] = callback;
  });
};

Transform.prototype._read = function() {
  const callback = this[kCallback];
  if (!callback) return;
  this[kCallback] = null;
  callback();
};
