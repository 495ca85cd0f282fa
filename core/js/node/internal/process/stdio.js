'use strict';

// process.stdout, stderr and stdin. The outputs are written at once, as Node does for files and pipes;
// callbacks come by nextTick.

const {
  ArrayBufferIsView,
  FunctionPrototypeCall,
  ObjectDefineProperty,
  ObjectSetPrototypeOf,
  TypedArrayPrototypeGetSymbolToStringTag,
} = primordials;
const EventEmitter = require('events');
const { write: writeNow } = internalBinding('process');

function Output(fd) {
  FunctionPrototypeCall(EventEmitter, this);
  this.fd = fd;
  this.writable = true;
  this.destroyed = false;
  this._isStdio = true;
  ObjectDefineProperty(this, 'writableLength', { __proto__: null, enumerable: true, value: 0 });
  ObjectDefineProperty(this, 'writableHighWaterMark', { __proto__: null, enumerable: true, value: 16384 });
}
ObjectSetPrototypeOf(Output.prototype, EventEmitter.prototype);
ObjectSetPrototypeOf(Output, EventEmitter);

Output.prototype.write = function(chunk, encoding, callback) {
  if (typeof encoding === 'function') {
    callback = encoding;
    encoding = undefined;
  }
  if (typeof chunk === 'string' && encoding && encoding !== 'utf8' && encoding !== 'utf-8') {
    chunk = require('buffer').Buffer.from(chunk, encoding);
  } else if (typeof chunk !== 'string' && !isBytes(chunk)) {
    const { codes: { ERR_INVALID_ARG_TYPE, ERR_STREAM_NULL_VALUES } } = require('internal/errors');
    if (chunk === null) throw new ERR_STREAM_NULL_VALUES();
    throw new ERR_INVALID_ARG_TYPE('chunk', ['string', 'Buffer', 'Uint8Array'], chunk);
  }
  if (this.fd === undefined) this._put(chunk);  // a worker's
  else writeNow(this.fd, chunk);
  if (typeof callback === 'function') process.nextTick(callback, null);
  return true;
};

function isBytes(chunk) {
  return ArrayBufferIsView(chunk) && TypedArrayPrototypeGetSymbolToStringTag(chunk) === 'Uint8Array';
}

Output.prototype.end = function(chunk, encoding, callback) {
  if (chunk !== undefined && chunk !== null && typeof chunk !== 'function') this.write(chunk, encoding);
  const last = typeof chunk === 'function' ? chunk : typeof encoding === 'function' ? encoding : callback;
  if (typeof last === 'function') process.nextTick(last);
  return this;
};
Output.prototype.cork = Output.prototype.uncork = function() {};
Output.prototype.destroy = function() { return this; };
Output.prototype.destroySoon = Output.prototype.destroy;
Output.prototype.setDefaultEncoding = function() { return this; };

// Standard input that has nothing in it.
function Input() {
  FunctionPrototypeCall(EventEmitter, this);
  this.fd = 0;
  this.readable = true;
}
ObjectSetPrototypeOf(Input.prototype, EventEmitter.prototype);
ObjectSetPrototypeOf(Input, EventEmitter);

Input.prototype.on = function(type, listener) {
  FunctionPrototypeCall(EventEmitter.prototype.on, this, type, listener);
  if (type === 'data' || type === 'readable' || type === 'end') this.resume();
  return this;
};
Input.prototype.addListener = Input.prototype.on;
Input.prototype.resume = function() {
  if (!this.readable) return this;
  this.readable = false;
  process.nextTick(() => {
    this.emit('end');
    this.emit('close');
  });
  return this;
};
for (const name of ['pause', 'setEncoding', 'ref', 'unref', 'destroy']) {
  Input.prototype[name] = function() { return this; };
}
Input.prototype.read = () => null;

function lazily(target, name, make) {
  let made;
  ObjectDefineProperty(target, name, {
    __proto__: null,
    configurable: true,
    enumerable: true,
    get() { return made ??= make(); },
    set(value) { made = value; },
  });
}

function install(target) {
  if (!internalBinding('worker').isMainThread) {
    for (const name of ['stdin', 'stdout', 'stderr']) {
      lazily(target, name, () => require('internal/worker/stdio').ofThread(name));
    }
    return;
  }
  lazily(target, 'stdout', () => new Output(1));
  lazily(target, 'stderr', () => new Output(2));
  lazily(target, 'stdin', () => new Input());
}

module.exports = { Input, Output, install };
