'use strict';

// Source: Streams Standard, "The ReadableStream class".

const { Boolean, FunctionPrototypeBind, ObjectDefineProperty, PromiseReject, SymbolAsyncIterator } = primordials;
const { codes } = require('internal/errors');
const { kIsDisturbed, kIsErrored, kIsReadable } = require('internal/streams/status');
const { customInspectSymbol, kEmptyObject, kEnumerableProperty } = require('internal/util');
const {
  kValidateObjectAllowObjects, kValidateObjectAllowObjectsAndNull, validateAbortSignal, validateObject,
} = require('internal/validators');
const { ByteControl } = require('internal/webstreams/byte_control');
const { DefaultControl } = require('internal/webstreams/default_control');
const { kReadable, ReadableMachine } = require('internal/webstreams/readable_machine');
const { ReadableStreamBYOBReader, ReadableStreamDefaultReader } = require('internal/webstreams/readers');
const { recorderFor } = require('internal/webstreams/recorder');
const {
  asAlgorithm, asStart, countEach, hide, highWaterMarkOf, inspectAs, invalidState, kControllerErrorFunction,
  kIsClosedPromise, markHandled, shapeClass, sizeAlgorithmOf, stateOf,
} = require('internal/webstreams/shared');
const { kWritable } = require('internal/webstreams/writable_machine');

const kName = 'ReadableStream';
// Given instead of a source: the stream is set up by our own code.
const kInternal = { __proto__: null };

function machineOf(stream) {
  return stateOf(stream, kReadable, kName);
}

function isReadableStream(value) {
  return value?.[kReadable] !== undefined;
}

function controlFrom(machine, source, mark, size) {
  const { start, pull, cancel } = source;
  const algorithms = {
    start: (controller) => asStart(start, source, controller)(),
    pull: asAlgorithm('source.pull', pull, source),
    cancel: asAlgorithm('source.cancel', cancel, source),
    size,
  };
  if (size !== undefined) return new DefaultControl(machine, algorithms, mark);
  const { autoAllocateChunkSize } = source;
  if (autoAllocateChunkSize === 0)
    throw new codes.ERR_INVALID_ARG_VALUE('source.autoAllocateChunkSize', autoAllocateChunkSize);
  return new ByteControl(machine, algorithms, mark, autoAllocateChunkSize);
}

// Sets up a stream whose machine has a control, and starts it.
function begin(stream, machine, control) {
  stream[kReadable] = machine;
  const { controller } = control;
  hide(stream, {
    [kIsClosedPromise]: machine.whenClosed,
    [kControllerErrorFunction]: FunctionPrototypeBind(controller.error, controller),
  });
  control.start();
}

// What pipeTo() and pipeThrough() are told.
function pipeOptions(options) {
  validateObject(options, 'options', kValidateObjectAllowObjectsAndNull);
  const preventAbort = options?.preventAbort;
  const preventCancel = options?.preventCancel;
  const preventClose = options?.preventClose;
  const signal = options?.signal;
  if (signal !== undefined) validateAbortSignal(signal, 'options.signal');
  return {
    preventAbort: Boolean(preventAbort), preventCancel: Boolean(preventCancel), preventClose: Boolean(preventClose), signal,
  };
}

function requireUnlocked(source, destination) {
  if (source.isLocked) throw invalidState('The ReadableStream is locked');
  if (destination.isLocked) throw invalidState('The WritableStream is locked');
}

class ReadableStream {
  constructor(source = kEmptyObject, strategy = kEmptyObject) {
    if (source === kInternal) return;
    validateObject(source, 'source', kValidateObjectAllowObjects);
    validateObject(strategy, 'strategy', kValidateObjectAllowObjectsAndNull);
    const size = strategy?.size;
    const highWaterMark = strategy?.highWaterMark;
    const type = source.type;
    const machine = new ReadableMachine(recorderFor(kName));
    if (`${type}` === 'bytes') {
      if (size !== undefined) throw new codes.ERR_INVALID_ARG_VALUE.RangeError('strategy.size', size);
      begin(this, machine, controlFrom(machine, source, highWaterMarkOf(highWaterMark, 0)));
    } else {
      if (type !== undefined) throw new codes.ERR_INVALID_ARG_VALUE('source.type', type);
      const mark = highWaterMarkOf(highWaterMark, 1);
      begin(this, machine, controlFrom(machine, source, mark, sizeAlgorithmOf(size)));
    }
  }

  get [kIsDisturbed]() {
    return this[kReadable].disturbed;
  }

  get [kIsErrored]() {
    return this[kReadable].state === 'errored';
  }

  get [kIsReadable]() {
    return this[kReadable].state === 'readable';
  }

  get locked() {
    return machineOf(this).isLocked;
  }

  static from(iterable) {
    return require('internal/webstreams/from_iterable').fromIterable(iterable);
  }

  cancel(reason = undefined) {
    if (!isReadableStream(this)) return PromiseReject(new codes.ERR_INVALID_THIS(kName));
    if (this[kReadable].isLocked) return PromiseReject(invalidState('ReadableStream is locked'));
    return this[kReadable].cancel(reason);
  }

  getReader(options = kEmptyObject) {
    machineOf(this);
    validateObject(options, 'options', kValidateObjectAllowObjectsAndNull);
    const mode = options?.mode;
    if (mode === undefined) return new ReadableStreamDefaultReader(this);
    if (`${mode}` !== 'byob') throw new codes.ERR_INVALID_ARG_VALUE('options.mode', mode);
    return new ReadableStreamBYOBReader(this);
  }

  pipeThrough(transform, options = kEmptyObject) {
    const machine = machineOf(this);
    const readable = transform?.readable;
    if (!isReadableStream(readable))
      throw new codes.ERR_INVALID_ARG_TYPE('transform.readable', 'ReadableStream', readable);
    const writable = transform?.writable;
    if (writable?.[kWritable] === undefined)
      throw new codes.ERR_INVALID_ARG_TYPE('transform.writable', 'WritableStream', writable);
    const checked = pipeOptions(options);
    requireUnlocked(machine, writable[kWritable]);
    markHandled(require('internal/webstreams/pipe').pipe(this, writable, checked));
    return readable;
  }

  pipeTo(destination, options = kEmptyObject) {
    try {
      const machine = machineOf(this);
      if (destination?.[kWritable] === undefined)
        throw new codes.ERR_INVALID_ARG_TYPE('transform.writable', 'WritableStream', destination);
      const checked = pipeOptions(options);
      requireUnlocked(machine, destination[kWritable]);
      return require('internal/webstreams/pipe').pipe(this, destination, checked);
    } catch (error) {
      return PromiseReject(error);
    }
  }

  tee() {
    const isBytes = machineOf(this).control instanceof ByteControl;
    return isBytes ? require('internal/webstreams/byte_tee').teeBytes(this) :
      require('internal/webstreams/tee').tee(this);
  }

  values(options = kEmptyObject) {
    machineOf(this);
    validateObject(options, 'options', kValidateObjectAllowObjectsAndNull);
    return require('internal/webstreams/async_iterator').valuesOf(this, Boolean(options?.preventCancel));
  }

  [customInspectSymbol](depth, options) {
    const { isLocked, state, control } = machineOf(this);
    const supportsBYOB = control instanceof ByteControl;
    return inspectAs(kName, { locked: isLocked, state, supportsBYOB }, depth, options);
  }
}
shapeClass(ReadableStream, kName, ['locked', 'cancel', 'getReader', 'pipeThrough', 'pipeTo', 'tee', 'values']);
ObjectDefineProperty(ReadableStream.prototype, SymbolAsyncIterator, {
  __proto__: null, configurable: true, enumerable: false, writable: true, value: ReadableStream.prototype.values,
});
ObjectDefineProperty(ReadableStream, 'from', kEnumerableProperty);

// A stream of our own, of such algorithms. Like Node's it has its constructor as an own property.
function makeStream(createControl, recorder) {
  const stream = new ReadableStream(kInternal);
  const machine = new ReadableMachine(recorder);
  begin(stream, machine, createControl(machine));
  stream.constructor = ReadableStream;
  return stream;
}

function makeReadableStream(algorithms, mark = 1, size = countEach, recorder = recorderFor(kName)) {
  return makeStream((machine) => new DefaultControl(machine, { ...algorithms, size }, mark), recorder);
}

function makeByteStream(algorithms) {
  return makeStream((machine) => new ByteControl(machine, algorithms, 0, undefined), recorderFor(kName));
}

module.exports = { isReadableStream, makeByteStream, makeReadableStream, ReadableStream };
