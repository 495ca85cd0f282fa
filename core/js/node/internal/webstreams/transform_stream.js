'use strict';

// Source: Streams Standard, "Transform streams". Its algorithms make as many promises as Node's.

const { FunctionPrototypeCall, PromisePrototypeThen, Symbol } = primordials;
const { codes } = require('internal/errors');
const { customInspectSymbol, kEmptyObject } = require('internal/util');
const {
  kValidateObjectAllowObjects, kValidateObjectAllowObjectsAndNull, validateObject,
} = require('internal/validators');
const { kReadable } = require('internal/webstreams/readable_machine');
const { makeReadableStream } = require('internal/webstreams/readable_stream');
const { recorderFor } = require('internal/webstreams/recorder');
const {
  asAlgorithm, Deferred, highWaterMarkOf, inspectAs, invalidState, kMayConstruct, requirePermission, shapeClass,
  sizeAlgorithmOf, stateOf,
} = require('internal/webstreams/shared');
const { kWritable } = require('internal/webstreams/writable_machine');
const { makeWritableStream } = require('internal/webstreams/writable_stream');

const kTransform = Symbol('kTransform');
const kTransformControl = Symbol('kTransformControl');
// Of a transformer of our own: what the trace calls the stream.
const kLabel = Symbol('kLabel');
const kName = 'TransformStream';
const kControllerName = 'TransformStreamDefaultController';

class TransformMachine {
  hasBackpressure = undefined;
  change = undefined;        // settled when the backpressure changes
  whenFinished = undefined;  // of the first of close, abort and cancel

  constructor(stream, started, { writableMark, writableSize, readableMark, readableSize }, label) {
    this.stream = stream;
    this.recorder = recorderFor(label);
    const start = () => started.promise;
    this.writable = makeWritableStream({
      start,
      write: (chunk) => this.#write(chunk),
      close: () => this.#close(),
      abort: (reason) => this.#abort(reason),
    }, writableMark, writableSize, this.recorder);
    this.readable = makeReadableStream({
      start,
      pull: () => this.#pull(),
      cancel: (reason) => this.#cancel(reason),
    }, readableMark, readableSize, this.recorder);
    this.setBackpressure(true);
  }

  get source() {
    return this.readable[kReadable];
  }

  get sink() {
    return this.writable[kWritable];
  }

  use(transformer) {
    const { transform, flush, cancel } = transformer;
    this.controller = new TransformStreamDefaultController(kMayConstruct);
    this.controller[kTransformControl] = this;
    this.algorithms = {
      transform: transform ? asAlgorithm('transformer.transform', transform, transformer) :
        async (chunk) => this.enqueue(chunk),
      flush: asAlgorithm('transformer.flush', flush, transformer),
      cancel: asAlgorithm('transformer.cancel', cancel, transformer),
    };
  }

  setBackpressure(hasBackpressure) {
    this.change?.resolve();
    this.change = new Deferred();
    this.hasBackpressure = hasBackpressure;
  }

  unblockWrite() {
    if (this.hasBackpressure) this.setBackpressure(false);
  }

  enqueue(chunk) {
    const { control } = this.source;
    if (!control.isOpen) throw invalidState('Unable to enqueue');
    try {
      control.enqueue(chunk);
    } catch (error) {
      this.#errorWritable(error);
      throw this.source.storedError;
    }
    const hasBackpressure = !control.wantsMore();
    if (hasBackpressure !== this.hasBackpressure) this.setBackpressure(true);
  }

  error(error) {
    this.source.control.error(error);
    this.#errorWritable(error);
  }

  terminate() {
    this.source.control.close();
    this.#errorWritable(invalidState('TransformStream has been terminated'));
  }

  #errorWritable(error) {
    this.algorithms = undefined;
    this.sink.control.errorIfWritable(error);
    this.unblockWrite();
  }

  #write(chunk) {
    if (!this.hasBackpressure) return this.#transform(chunk);
    return PromisePrototypeThen(this.change.promise, () => {
      if (this.sink.state === 'erroring') throw this.sink.storedError;
      return this.#transform(chunk);
    });
  }

  async #transform(chunk) {
    try {
      return await this.algorithms.transform(chunk, this.controller);
    } catch (error) {
      this.error(error);
      throw error;
    }
  }

  #pull() {
    this.setBackpressure(false);
    return this.change.promise;
  }

  // Runs the algorithm that ends it, once, whatever asks for it first.
  #finish(runAlgorithm, succeed, fail) {
    if (this.whenFinished !== undefined) return this.whenFinished.promise;
    const finished = this.whenFinished = new Deferred();
    const done = runAlgorithm(this.algorithms);
    this.algorithms = undefined;
    PromisePrototypeThen(done, () => succeed(finished), (error) => {
      fail(error);
      finished.reject(error);
    });
    return finished.promise;
  }

  #close() {
    const { source } = this;
    return this.#finish((algorithms) => algorithms.flush(this.controller), (finished) => {
      if (source.state === 'errored') {
        finished.reject(source.storedError);
        return;
      }
      source.control.close();
      finished.resolve();
    }, (error) => source.control.error(error));
  }

  async #abort(reason) {
    const { source } = this;
    return this.#finish((algorithms) => algorithms.cancel(reason), (finished) => {
      if (source.state === 'errored') {
        finished.reject(source.storedError);
        return;
      }
      source.control.error(reason);
      finished.resolve();
    }, (error) => source.control.error(error));
  }

  #cancel(reason) {
    const { sink } = this;
    return this.#finish((algorithms) => algorithms.cancel(reason), (finished) => {
      if (sink.state === 'errored') {
        finished.reject(sink.storedError);
        return;
      }
      sink.control.errorIfWritable(reason);
      this.unblockWrite();
      finished.resolve();
    }, (error) => {
      sink.control.errorIfWritable(error);
      this.unblockWrite();
    });
  }
}

// What the constructor is told of both sides.
function sidesFrom(transformer, writableStrategy, readableStrategy) {
  const { readableType, writableType } = transformer;
  if (readableType !== undefined)
    throw new codes.ERR_INVALID_ARG_VALUE.RangeError('transformer.readableType', readableType);
  if (writableType !== undefined)
    throw new codes.ERR_INVALID_ARG_VALUE.RangeError('transformer.writableType', writableType);
  const readableMark = readableStrategy?.highWaterMark;
  const readableSize = readableStrategy?.size;
  const writableMark = writableStrategy?.highWaterMark;
  const writableSize = writableStrategy?.size;
  return {
    readableMark: highWaterMarkOf(readableMark, 0),
    readableSize: sizeAlgorithmOf(readableSize),
    writableMark: highWaterMarkOf(writableMark, 1),
    writableSize: sizeAlgorithmOf(writableSize),
  };
}

class TransformStream {
  constructor(transformer = kEmptyObject, writableStrategy = kEmptyObject, readableStrategy = kEmptyObject) {
    validateObject(transformer, 'transformer', kValidateObjectAllowObjects);
    validateObject(writableStrategy, 'writableStrategy', kValidateObjectAllowObjectsAndNull);
    validateObject(readableStrategy, 'readableStrategy', kValidateObjectAllowObjectsAndNull);
    const start = transformer?.start;
    const sides = sidesFrom(transformer, writableStrategy, readableStrategy);
    const started = new Deferred();
    const machine = this[kTransform] = new TransformMachine(this, started, sides, transformer[kLabel] ?? kName);
    machine.use(transformer);
    started.resolve(start === undefined ? undefined : FunctionPrototypeCall(start, transformer, machine.controller));
  }

  get readable() {
    return stateOf(this, kTransform, kName).readable;
  }

  get writable() {
    return stateOf(this, kTransform, kName).writable;
  }

  [customInspectSymbol](depth, options) {
    const { readable, writable, hasBackpressure } = stateOf(this, kTransform, kName);
    return inspectAs(kName, { readable, writable, backpressure: hasBackpressure }, depth, options);
  }
}
shapeClass(TransformStream, kName, ['readable', 'writable']);

function machineOf(controller) {
  return stateOf(controller, kTransformControl, kControllerName);
}

class TransformStreamDefaultController {
  constructor(permission = undefined) {
    requirePermission(permission);
  }

  get desiredSize() {
    return machineOf(this).source.control.desiredSize;
  }

  enqueue(chunk = undefined) {
    machineOf(this).enqueue(chunk);
  }

  error(reason = undefined) {
    machineOf(this).error(reason);
  }

  terminate() {
    machineOf(this).terminate();
  }

  [customInspectSymbol](depth, options) {
    return inspectAs(kControllerName, { stream: machineOf(this).stream }, depth, options);
  }
}
shapeClass(TransformStreamDefaultController, kControllerName, ['desiredSize', 'enqueue', 'error', 'terminate']);

module.exports = { kLabel, TransformStream, TransformStreamDefaultController };
