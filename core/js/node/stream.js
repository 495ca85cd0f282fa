'use strict';

// Source: Node.js documentation "Stream".

const {
  ArrayBufferIsView,
  ObjectDefineProperties,
  ObjectDefineProperty,
  ObjectKeys,
  ReflectApply,
  TypedArrayPrototypeGetSymbolToStringTag,
} = primordials;
const { codes } = require('internal/errors');
const { FastBuffer } = require('internal/buffer_memory');
const { Stream } = require('internal/streams/legacy');

// Before the classes, which use them.
Stream._isUint8Array = function isUint8Array(value) {
  return ArrayBufferIsView(value) && TypedArrayPrototypeGetSymbolToStringTag(value) === 'Uint8Array';
};
Stream._isArrayBufferView = ArrayBufferIsView;
Stream._uint8ArrayToBuffer = function _uint8ArrayToBuffer(bytes) {
  return new FastBuffer(bytes.buffer, bytes.byteOffset, bytes.byteLength);
};

const { addAbortSignal } = require('internal/streams/add_abort_signal');
const { destroyer } = require('internal/streams/destroy');
const { finished } = require('internal/streams/end_of_stream');
const { getDefaultHighWaterMark, setDefaultHighWaterMark } = require('internal/streams/high_water_mark');
const { pipeline } = require('internal/streams/pipeline');
const { isDestroyed, isDisturbed, isErrored, isReadable, isWritable } = require('internal/streams/status');
const { promisify } = require('internal/util');

module.exports = Stream;

// Methods of Readable that look like the operators, and load them when one is first called.
function addOperators(Readable) {
  const lazily = (kind, name, length, finish) => {
    const method = function(...args) {
      if (new.target) throw new codes.ERR_ILLEGAL_CONSTRUCTOR();
      return finish(ReflectApply(require('internal/streams/operators')[kind][name], this, args));
    };
    ObjectDefineProperties(method, { name: { __proto__: null, value: name }, length: { __proto__: null, value: length } });
    ObjectDefineProperty(Readable.prototype, name, {
      __proto__: null, value: method, enumerable: false, configurable: true, writable: true,
    });
  };
  const asStream = (values) => Readable.from(values);
  const asIs = (promise) => promise;
  const ofStreams = { asIndexedPairs: 0, drop: 1, filter: 2, flatMap: 2, map: 2, take: 1, compose: 2 };
  for (const name of ObjectKeys(ofStreams)) lazily('ofStreams', name, ofStreams[name], asStream);
  const ofPromises = { every: 1, forEach: 2, reduce: 3, toArray: 1, some: 1, find: 2 };
  for (const name of ObjectKeys(ofPromises)) lazily('ofPromises', name, ofPromises[name], asIs);
}
Stream.isDestroyed = isDestroyed;
Stream.isDisturbed = isDisturbed;
Stream.isErrored = isErrored;
Stream.isReadable = isReadable;
Stream.isWritable = isWritable;
Stream.Readable = require('internal/streams/readable');
addOperators(Stream.Readable);
Stream.Writable = require('internal/streams/writable');
Stream.Duplex = require('internal/streams/duplex');
Stream.Transform = require('internal/streams/transform');
Stream.PassThrough = require('internal/streams/passthrough');
Stream.duplexPair = require('internal/streams/duplex_pair');
Stream.pipeline = pipeline;
Stream.addAbortSignal = addAbortSignal;
Stream.finished = finished;
Stream.destroy = destroyer;
Stream.compose = require('internal/streams/compose');
Stream.setDefaultHighWaterMark = setDefaultHighWaterMark;
Stream.getDefaultHighWaterMark = getDefaultHighWaterMark;
ObjectDefineProperty(Stream, 'promises', {
  __proto__: null, configurable: true, enumerable: true, get: () => require('stream/promises'),
});
Stream.Stream = Stream;
// They are the last of Node's keys.
for (const name of ['_isArrayBufferView', '_isUint8Array', '_uint8ArrayToBuffer']) {
  const helper = Stream[name];
  delete Stream[name];
  Stream[name] = helper;
}

ObjectDefineProperty(pipeline, promisify.custom, {
  __proto__: null, enumerable: true, get: () => require('stream/promises').pipeline,
});
ObjectDefineProperty(finished, promisify.custom, {
  __proto__: null, enumerable: true, get: () => require('stream/promises').finished,
});
