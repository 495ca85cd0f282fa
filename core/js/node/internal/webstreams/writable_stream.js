'use strict';

// Source: Streams Standard, "The WritableStream class" and "WritableStreamDefaultWriter".

const { FunctionPrototypeBind, PromiseReject, Symbol } = primordials;
const { codes } = require('internal/errors');
const { customInspectSymbol, kEmptyObject } = require('internal/util');
const {
  kValidateObjectAllowObjects, kValidateObjectAllowObjectsAndNull, validateObject,
} = require('internal/validators');
const { recorderFor } = require('internal/webstreams/recorder');
const {
  asAlgorithm, asStart, countEach, hide, highWaterMarkOf, inspectAs, invalidState, kControllerErrorFunction,
  kIsClosedPromise, shapeClass, sizeAlgorithmOf, stateOf,
} = require('internal/webstreams/shared');
const { WritableControl } = require('internal/webstreams/writable_control');
const { kWritable, WritableMachine, WriterLock } = require('internal/webstreams/writable_machine');

const kName = 'WritableStream';
const kWriterName = 'WritableStreamDefaultWriter';
const kWriter = Symbol('kWriter');
// Given instead of a sink: the stream is set up by our own code.
const kInternal = { __proto__: null };

function isWritableStream(value) {
  return value?.[kWritable] !== undefined;
}

function begin(stream, algorithms, mark, recorder) {
  const machine = new WritableMachine(recorder);
  machine.stream = stream;
  const control = new WritableControl(machine, algorithms, mark);
  stream[kWritable] = machine;
  const { controller } = control;
  hide(stream, {
    [kIsClosedPromise]: machine.whenClosed,
    [kControllerErrorFunction]: FunctionPrototypeBind(controller.error, controller),
  });
  control.start();
}

class WritableStream {
  constructor(sink = kEmptyObject, strategy = kEmptyObject) {
    if (sink === kInternal) return;
    validateObject(sink, 'sink', kValidateObjectAllowObjects);
    validateObject(strategy, 'strategy', kValidateObjectAllowObjectsAndNull);
    const type = sink?.type;
    if (type !== undefined) throw new codes.ERR_INVALID_ARG_VALUE.RangeError('type', type);
    const size = sizeAlgorithmOf(strategy?.size);
    const mark = highWaterMarkOf(strategy?.highWaterMark, 1);
    const { start, write, close, abort } = sink;
    begin(this, {
      start: (controller) => asStart(start, sink, controller)(),
      write: asAlgorithm('sink.write', write, sink),
      close: asAlgorithm('sink.close', close, sink),
      abort: asAlgorithm('sink.abort', abort, sink),
      size,
    }, mark, recorderFor(kName));
  }

  get locked() {
    return stateOf(this, kWritable, kName).isLocked;
  }

  abort(reason = undefined) {
    if (!isWritableStream(this)) return PromiseReject(new codes.ERR_INVALID_THIS(kName));
    const machine = this[kWritable];
    if (machine.isLocked) return PromiseReject(invalidState('WritableStream is locked'));
    return machine.abort(reason);
  }

  close() {
    if (!isWritableStream(this)) return PromiseReject(new codes.ERR_INVALID_THIS(kName));
    const machine = this[kWritable];
    if (machine.isLocked) return PromiseReject(invalidState('WritableStream is locked'));
    if (machine.isClosing) return PromiseReject(invalidState('Failure closing WritableStream'));
    return machine.close();
  }

  getWriter() {
    stateOf(this, kWritable, kName);
    return new WritableStreamDefaultWriter(this);
  }

  [customInspectSymbol](depth, options) {
    const { isLocked, state } = stateOf(this, kWritable, kName);
    return inspectAs(kName, { locked: isLocked, state }, depth, options);
  }
}
shapeClass(WritableStream, kName, ['locked', 'abort', 'close', 'getWriter']);

// The lock of a writer that has one. Undefined: `refuse` was told why not.
function held(writer, refuse) {
  const lock = writer?.[kWriter];
  if (lock === undefined) return refuse(new codes.ERR_INVALID_THIS(kWriterName));
  if (lock.machine === undefined) return refuse(invalidState('Writer is not bound to a WritableStream'));
  return lock;
}

class WritableStreamDefaultWriter {
  constructor(stream) {
    if (!isWritableStream(stream)) throw new codes.ERR_INVALID_ARG_TYPE('stream', 'WritableStream', stream);
    this[kWriter] = new WriterLock(stream[kWritable]);
  }

  get closed() {
    const lock = this?.[kWriter];
    return lock === undefined ? PromiseReject(new codes.ERR_INVALID_THIS(kWriterName)) : lock.whenClosed.promise;
  }

  get desiredSize() {
    return held(this, (error) => { throw error; }).desiredSize;
  }

  get ready() {
    const lock = this?.[kWriter];
    return lock === undefined ? PromiseReject(new codes.ERR_INVALID_THIS(kWriterName)) : lock.ready.promise;
  }

  abort(reason = undefined) {
    let refusal;
    const lock = held(this, (error) => { refusal = PromiseReject(error); });
    return lock === undefined ? refusal : lock.machine.abort(reason);
  }

  close() {
    let refusal;
    const lock = held(this, (error) => { refusal = PromiseReject(error); });
    if (lock === undefined) return refusal;
    if (lock.machine.isClosing) return PromiseReject(invalidState('Failure to close WritableStream'));
    return lock.machine.close();
  }

  releaseLock() {
    const lock = stateOf(this, kWriter, kWriterName);
    if (lock.machine !== undefined) lock.release();
  }

  write(chunk = undefined) {
    let refusal;
    const lock = held(this, (error) => { refusal = PromiseReject(error); });
    return lock === undefined ? refusal : lock.write(chunk);
  }

  [customInspectSymbol](depth, options) {
    const lock = this[kWriter];
    const shown = {
      stream: lock.machine?.stream,
      close: lock.whenClosed.promise,
      ready: lock.ready.promise,
      desiredSize: this.desiredSize,
    };
    return inspectAs(kWriterName, shown, depth, options);
  }
}
shapeClass(WritableStreamDefaultWriter, kWriterName,
           ['closed', 'ready', 'desiredSize', 'abort', 'close', 'releaseLock', 'write']);

// A stream of our own, of such algorithms. Like Node's it has its constructor as an own property.
function makeWritableStream(algorithms, mark = 1, size = countEach, recorder = recorderFor(kName)) {
  const stream = new WritableStream(kInternal);
  begin(stream, { ...algorithms, size }, mark, recorder);
  stream.constructor = WritableStream;
  return stream;
}

module.exports = { isWritableStream, makeWritableStream, WritableStream, WritableStreamDefaultWriter };
