'use strict';

// Source: Streams Standard, "ReadableStreamDefaultReader" and "ReadableStreamBYOBReader".

const {
  ArrayBufferPrototypeGetByteLength,
  NumberIsInteger,
  PromiseReject,
  Symbol,
  TypedArrayPrototypeGetLength,
} = primordials;
const { codes } = require('internal/errors');
const { customInspectSymbol, kEmptyObject } = require('internal/util');
const { isArrayBufferView, isDataView } = require('internal/util/types');
const { kValidateObjectAllowObjectsAndNull, validateObject } = require('internal/validators');
const { ByteControl } = require('internal/webstreams/byte_control');
const { kReadable, Lock } = require('internal/webstreams/readable_machine');
const { Deferred, inspectAs, invalidState, shapeClass, stateOf } = require('internal/webstreams/shared');
const { bufferOf, byteLengthOf } = require('internal/webstreams/views');

const kDefaultReader = Symbol('kDefaultReader');
const kByobReader = Symbol('kByobReader');

// A read() of the program's that waits.
class ReadRequest extends Deferred {
  chunk(value) { this.resolve({ value, done: false }); }
  close(value) { this.resolve({ value, done: true }); }
  error(error) { this.reject(error); }
}

function lockStream(stream, isByob) {
  const machine = stream?.[kReadable];
  if (machine === undefined) throw new codes.ERR_INVALID_ARG_TYPE('stream', 'ReadableStream', stream);
  if (machine.isLocked) throw invalidState('ReadableStream is locked');
  if (isByob && !(machine.control instanceof ByteControl))
    throw new codes.ERR_INVALID_ARG_VALUE('stream', stream, 'must be a byte stream');
  const lock = new Lock(machine, isByob);
  lock.stream = stream;
  return lock;
}

const notAttached = () => invalidState('The reader is not attached to a stream');

function cancelBy(reader, symbol, name, reason) {
  const lock = reader?.[symbol];
  if (lock === undefined) return PromiseReject(new codes.ERR_INVALID_THIS(name));
  if (lock.machine === undefined) return PromiseReject(notAttached());
  return lock.machine.cancel(reason);
}

function whenClosedOf(reader, symbol, name) {
  const lock = reader?.[symbol];
  if (lock === undefined) return PromiseReject(new codes.ERR_INVALID_THIS(name));
  return lock.whenClosed.promise;
}

function shown(lock, requests) {
  return {
    stream: lock.machine && lock.stream,
    [requests]: lock.requests.length,
    close: lock.whenClosed.promise,
  };
}

class ReadableStreamDefaultReader {
  constructor(stream) {
    this[kDefaultReader] = lockStream(stream, false);
  }

  read() {
    const lock = this?.[kDefaultReader];
    if (lock === undefined) return PromiseReject(new codes.ERR_INVALID_THIS('ReadableStreamDefaultReader'));
    if (lock.machine === undefined) return PromiseReject(notAttached());
    const request = new ReadRequest();
    lock.read(request);
    return request.promise;
  }

  releaseLock() {
    const lock = stateOf(this, kDefaultReader, 'ReadableStreamDefaultReader');
    if (lock.machine !== undefined) lock.releaseAndFail();
  }

  get closed() {
    return whenClosedOf(this, kDefaultReader, 'ReadableStreamDefaultReader');
  }

  cancel(reason = undefined) {
    return cancelBy(this, kDefaultReader, 'ReadableStreamDefaultReader', reason);
  }

  [customInspectSymbol](depth, options) {
    return inspectAs('ReadableStreamDefaultReader', shown(this[kDefaultReader], 'readRequests'), depth, options);
  }
}
shapeClass(ReadableStreamDefaultReader, 'ReadableStreamDefaultReader', ['closed', 'read', 'releaseLock', 'cancel']);

// How many elements are to be there at least.
function leastOf(view, options) {
  const least = options?.min ?? 1;
  if (typeof least !== 'number') throw new codes.ERR_INVALID_ARG_TYPE('options.min', 'number', least);
  if (!NumberIsInteger(least)) throw new codes.ERR_INVALID_ARG_VALUE('options.min', least, 'must be an integer');
  if (least <= 0) throw new codes.ERR_INVALID_ARG_VALUE('options.min', least, 'must be greater than 0');
  if (isDataView(view)) {
    if (least > byteLengthOf(view)) throw new codes.ERR_OUT_OF_RANGE('options.min', '<= view.byteLength', least);
  } else if (least > TypedArrayPrototypeGetLength(view)) {
    throw new codes.ERR_OUT_OF_RANGE('options.min', '<= view.length', least);
  }
  return least;
}

class ReadableStreamBYOBReader {
  constructor(stream) {
    this[kByobReader] = lockStream(stream, true);
  }

  async read(view, options = kEmptyObject) {
    const lock = stateOf(this, kByobReader, 'ReadableStreamBYOBReader');
    if (!isArrayBufferView(view))
      throw new codes.ERR_INVALID_ARG_TYPE('view', ['Buffer', 'TypedArray', 'DataView'], view);
    validateObject(options, 'options', kValidateObjectAllowObjectsAndNull);
    if (byteLengthOf(view) === 0 || ArrayBufferPrototypeGetByteLength(bufferOf(view)) === 0)
      throw invalidState('View or Viewed ArrayBuffer is zero-length or detached');
    const least = leastOf(view, options);
    const { machine } = lock;
    if (machine === undefined) throw notAttached();
    const request = new ReadRequest();
    machine.disturbed = true;
    if (machine.state === 'errored') request.error(machine.storedError);
    else machine.control.pullInto(view, least, request);
    return request.promise;
  }

  releaseLock() {
    const lock = stateOf(this, kByobReader, 'ReadableStreamBYOBReader');
    if (lock.machine !== undefined) lock.releaseAndFail();
  }

  get closed() {
    return whenClosedOf(this, kByobReader, 'ReadableStreamBYOBReader');
  }

  cancel(reason = undefined) {
    return cancelBy(this, kByobReader, 'ReadableStreamBYOBReader', reason);
  }

  [customInspectSymbol](depth, options) {
    return inspectAs('ReadableStreamBYOBReader', shown(this[kByobReader], 'readIntoRequests'), depth, options);
  }
}
shapeClass(ReadableStreamBYOBReader, 'ReadableStreamBYOBReader', ['closed', 'read', 'releaseLock', 'cancel']);

// Locks for our own code.
const acquireLock = (stream) => lockStream(stream, false);
const acquireByobLock = (stream) => lockStream(stream, true);

module.exports = { acquireByobLock, acquireLock, ReadableStreamBYOBReader, ReadableStreamDefaultReader };
