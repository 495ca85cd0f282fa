'use strict';

// Source: Node.js documentation "Stream".

const { ArrayBufferIsView, ObjectDefineProperty, TypedArrayPrototypeGetSymbolToStringTag } = primordials;
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
Stream.isDestroyed = isDestroyed;
Stream.isDisturbed = isDisturbed;
Stream.isErrored = isErrored;
Stream.isReadable = isReadable;
Stream.isWritable = isWritable;
Stream.Readable = require('internal/streams/readable');
Stream.Writable = require('internal/streams/writable');
Stream.Duplex = require('internal/streams/duplex');
Stream.Transform = require('internal/streams/transform');
Stream.PassThrough = require('internal/streams/passthrough');
Stream.pipeline = pipeline;
Stream.addAbortSignal = addAbortSignal;
Stream.finished = finished;
Stream.destroy = destroyer;
Stream.setDefaultHighWaterMark = setDefaultHighWaterMark;
Stream.getDefaultHighWaterMark = getDefaultHighWaterMark;
Stream.Stream = Stream;

ObjectDefineProperty(Stream, 'promises', {
  __proto__: null, configurable: true, enumerable: true, get: () => require('stream/promises'),
});
ObjectDefineProperty(pipeline, promisify.custom, {
  __proto__: null, enumerable: true, get: () => require('stream/promises').pipeline,
});
ObjectDefineProperty(finished, promisify.custom, {
  __proto__: null, enumerable: true, get: () => require('stream/promises').finished,
});
