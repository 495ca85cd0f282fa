'use strict';

// _readableState and _writableState: what programs poke at. The values lie in core/stream; these are
// windows to it, with Node's names.

const {
  ArrayPrototypeIndexOf,
  ArrayPrototypeMap,
  ArrayPrototypePush,
  ObjectCreate,
  ObjectDefineProperty,
  ObjectGetPrototypeOf,
  SafeSet,
  Symbol,
  SymbolFor,
} = primordials;
const binding = internalBinding('stream');
const { Buffer } = require('buffer');
const { codes } = require('internal/errors');
const { StringDecoder } = require('string_decoder');
const { markOf } = require('internal/streams/high_water_mark');

const kCore = Symbol('kCore');
const kPaused = Symbol('kPaused');
const kDestinations = Symbol('kDestinations');
const kDecoder = Symbol('kDecoder');
const kEncoding = Symbol('kEncoding');
const kDefaultEncoding = Symbol('kDefaultEncoding');
const kDecodeStrings = Symbol('kDecodeStrings');
const kOnWrite = Symbol('kOnWrite');
const kInspect = SymbolFor('nodejs.util.inspect.custom');

function hide(object, name, value) {
  ObjectDefineProperty(object, name, {
    __proto__: null, configurable: true, enumerable: false, writable: true, value,
  });
}

// The core of a stream object, made when its first side is.
function coreOf(stream) {
  let core = stream[kCore];
  if (core === undefined) {
    core = binding.create(stream);
    hide(stream, kCore, core);
  }
  return core;
}

function checkedEncoding(options) {
  const encoding = options?.defaultEncoding;
  if (encoding === undefined || encoding === null || encoding === 'utf8' || encoding === 'utf-8') return 'utf8';
  if (Buffer.isEncoding(encoding)) return encoding;
  throw new codes.ERR_UNKNOWN_ENCODING(encoding);
}

function isObjectMode(options, own, isDuplex) {
  return Boolean(options?.objectMode) || Boolean(isDuplex && options?.[own]);
}

function ReadableState(options, stream, isDuplex) {
  const core = coreOf(stream);
  const objectMode = isObjectMode(options, 'readableObjectMode', isDuplex);
  const mark = markOf(objectMode, options, 'readableHighWaterMark', isDuplex);
  this[kCore] = core;
  this[kDestinations] = [];
  this[kDecoder] = null;
  this[kEncoding] = null;
  this[kDefaultEncoding] = checkedEncoding(options);
  binding.makeReadable(core, mark, objectMode, options?.emitClose !== false, options?.autoDestroy !== false);
  if (options?.encoding) {
    this[kDecoder] = new StringDecoder(options.encoding);
    this[kEncoding] = options.encoding;
    this.decodes = true;
  }
}

function WritableState(options, stream, isDuplex) {
  const core = coreOf(stream);
  const objectMode = isObjectMode(options, 'writableObjectMode', isDuplex);
  const mark = markOf(objectMode, options, 'writableHighWaterMark', isDuplex);
  this[kCore] = core;
  this[kDecodeStrings] = options?.decodeStrings !== false;
  this[kDefaultEncoding] = checkedEncoding(options);
  this[kOnWrite] = binding.makeOnWrite(core);
  binding.makeWritable(core, mark, objectMode, options?.emitClose !== false, options?.autoDestroy !== false,
                       this[kOnWrite]);
}

function defineFields(prototype, names, get, set) {
  for (let i = 0; i < names.length; i++) {
    ObjectDefineProperty(prototype, names[i] === 'paused' ? kPaused : names[i], {
      __proto__: null,
      configurable: true,
      enumerable: false,
      get() { return get(this[kCore], i); },
      set(value) { set(this[kCore], i, value); },
    });
  }
}

function defineGetter(prototype, name, get) {
  ObjectDefineProperty(prototype, name, { __proto__: null, configurable: true, enumerable: false, get });
}

defineFields(ReadableState.prototype, binding.readableFields, binding.getReadable, binding.setReadable);
defineFields(WritableState.prototype, binding.writableFields, binding.getWritable, binding.setWritable);

// What lies in the object itself under a symbol: not listed among its keys, and quicker to make than a
// property that is hidden.
function defineStored(prototype, name, symbol) {
  ObjectDefineProperty(prototype, name, {
    __proto__: null,
    configurable: true,
    enumerable: false,
    get() { return this[symbol]; },
    set(value) { this[symbol] = value; },
  });
}

defineStored(ReadableState.prototype, 'decoder', kDecoder);
defineStored(ReadableState.prototype, 'encoding', kEncoding);
defineStored(ReadableState.prototype, 'defaultEncoding', kDefaultEncoding);
defineStored(WritableState.prototype, 'decodeStrings', kDecodeStrings);
defineStored(WritableState.prototype, 'defaultEncoding', kDefaultEncoding);
defineStored(WritableState.prototype, 'onwrite', kOnWrite);
defineGetter(ReadableState.prototype, 'buffer', function() { return binding.bufferOf(this[kCore]); });
defineGetter(ReadableState.prototype, 'bufferIndex', () => 0);
defineGetter(ReadableState.prototype, 'pipes', function() {
  return ArrayPrototypeMap(binding.destinations(this[kCore]), (number) => this[kDestinations][number]);
});
defineGetter(ReadableState.prototype, 'pipesCount', function() { return this.pipes.length; });
defineGetter(ReadableState.prototype, 'awaitDrainWriters', function() {
  const writers = ArrayPrototypeMap(binding.waitingFor(this[kCore]), (number) => this[kDestinations][number]);
  if (this.multiAwaitDrain) return new SafeSet(writers);
  return writers.length === 0 ? null : writers[0];
});

// The number core/stream knows a destination by.
function destinationNumber(state, destination) {
  const at = ArrayPrototypeIndexOf(state[kDestinations], destination);
  return at !== -1 ? at : ArrayPrototypePush(state[kDestinations], destination) - 1;
}

WritableState.prototype.getBuffer = function getBuffer() {
  const parts = binding.buffered(this[kCore]);
  const writes = [];
  for (let i = 0; i < parts.length; i += 3) {
    ArrayPrototypePush(writes, { chunk: parts[i], encoding: parts[i + 1], callback: parts[i + 2] });
  }
  return writes;
};
defineGetter(WritableState.prototype, 'bufferedRequestCount', function() {
  return binding.buffered(this[kCore]).length / 3;
});

// Shown as the fields they would be.
function inspectAs(prototype, names) {
  hide(prototype, kInspect, function(depth, options, inspect) {
    const shown = ObjectCreate(ObjectGetPrototypeOf(this));
    hide(shown, kInspect, undefined);
    for (let i = 0; i < names.length; i++) {
      ObjectDefineProperty(shown, names[i], {
        __proto__: null, configurable: true, enumerable: true, value: this[names[i]],
      });
    }
    return inspect(shown, { ...options, depth });
  });
}
inspectAs(ReadableState.prototype,
          ['highWaterMark', 'buffer', 'bufferIndex', 'length', 'pipes', 'awaitDrainWriters']);
inspectAs(WritableState.prototype, ['highWaterMark', 'length', 'corked', 'onwrite', 'pendingcb']);

module.exports = {
  ReadableState, WritableState, destinationNumber, hide, kCore, kDecodeStrings, kDecoder, kDefaultEncoding, kEncoding,
  kOnWrite, kPaused,
};
