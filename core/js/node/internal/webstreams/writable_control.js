'use strict';

// The queue of a WritableStream. Source: Streams Standard, "WritableStreamDefaultController".

const { FunctionPrototypeCall, PromisePrototypeThen, Symbol } = primordials;
const { AbortController } = require('internal/abort_controller');
const { customInspectSymbol } = require('internal/util');
const { assertInternally } = require('internal/webstreams/internal_assert');
const { SizedQueue, checkedSize } = require('internal/webstreams/queue');
const {
  inspectAs, kMayConstruct, requirePermission, shapeClass, stateOf, whenStarted,
} = require('internal/webstreams/shared');
const { countsObjects } = require('internal/webstreams/strategies');

const kWritableControl = Symbol('kWritableControl');
const kName = 'WritableStreamDefaultController';
// Stands in the queue for the end.
const kEnd = Symbol('kEnd');

class WritableControl {
  queue = new SizedQueue();
  started = false;
  abortController = new AbortController();
  #isBegun = false;  // the last chunk that came, for the trace

  // `algorithms`: { start, write, close, abort, size }
  constructor(machine, algorithms, mark) {
    this.machine = machine;
    this.algorithms = algorithms;
    this.mark = mark;
    this.controller = new WritableStreamDefaultController(kMayConstruct);
    this.controller[kWritableControl] = this;
    machine.recorder?.addSide('writable', mark, countsObjects(algorithms.size));
    machine.control = this;
  }

  start() {
    const { machine } = this;
    machine.setBackpressure(this.desiredSize <= 0);
    PromisePrototypeThen(whenStarted(this.algorithms.start(this.controller)), () => {
      this.started = true;
      this.advance();
    }, (error) => {
      this.started = true;
      machine.reject(error);
    });
  }

  get desiredSize() {
    return this.mark - this.queue.total;
  }

  // What the strategy says; an error of its is the stream's.
  sizeOf(chunk) {
    if (this.algorithms === undefined) {
      assertInternally(this.machine.state === 'errored' || this.machine.state === 'erroring');
      return 1;
    }
    try {
      return FunctionPrototypeCall(this.algorithms.size, undefined, chunk);
    } catch (error) {
      this.errorIfWritable(error);
      return 1;
    }
  }

  write(chunk, givenSize, number) {
    const { machine, queue } = this;
    try {
      const size = checkedSize(givenSize);
      queue.push(chunk, size, this.#noteArrival(chunk, size, number));
    } catch (error) {
      this.errorIfWritable(error);
      return;
    }
    if (!machine.isClosing && machine.state === 'writable') machine.setBackpressure(this.desiredSize <= 0);
    this.advance();
  }

  // It is begun at once if nothing is before it.
  #noteArrival(chunk, size, number) {
    const { recorder, writeInFlight } = this.machine;
    this.#isBegun = this.started && writeInFlight === undefined && this.queue.length === 0;
    return recorder?.move(this.#isBegun ? 'write' : 'wait', chunk, size, this.queue.total + size, number);
  }

  #noteBegin({ value, size, number }) {
    const { recorder } = this.machine;
    if (recorder === undefined) return;
    if (!this.#isBegun) recorder.move('begin', value, size, this.queue.total, number);
    this.#isBegun = false;
    recorder.inWork = number;
  }

  #noteDone({ value, size, number }) {
    const { recorder } = this.machine;
    if (recorder === undefined) return;
    recorder.inWork = 0;
    recorder.move('done', value, size, this.queue.total, number);
  }

  close() {
    this.queue.push(kEnd, 0);
    this.advance();
  }

  advance() {
    const { machine, queue } = this;
    if (!this.started || machine.writeInFlight !== undefined) return;
    if (machine.state === 'erroring') {
      machine.finishErroring();
      return;
    }
    if (queue.length === 0) return;
    if (queue.peek().value === kEnd) this.#writeEnd();
    else this.#writeNext();
  }

  #writeEnd() {
    const { machine } = this;
    machine.beginClose();
    this.queue.shift();
    const closed = this.algorithms.close();
    this.algorithms = undefined;
    PromisePrototypeThen(closed, () => machine.finishClose(), (error) => machine.failClose(error));
  }

  #writeNext() {
    const { machine, queue } = this;
    const next = queue.peek();
    machine.beginWrite();
    this.#noteBegin(next);
    PromisePrototypeThen(this.algorithms.write(next.value, this.controller), () => {
      machine.finishWrite();
      queue.shift();
      this.#noteDone(next);
      if (!machine.isClosing && machine.state === 'writable') machine.setBackpressure(this.desiredSize <= 0);
      this.advance();
    }, (error) => {
      if (machine.state === 'writable') this.algorithms = undefined;
      machine.failWrite(error);
    });
  }

  errorIfWritable(error) {
    if (this.machine.state === 'writable') this.error(error);
  }

  error(error) {
    this.algorithms = undefined;
    this.machine.startErroring(error);
  }

  abort(reason) {
    const result = this.algorithms.abort(reason);
    this.algorithms = undefined;
    return result;
  }

  reset() {
    if (this.queue.length > 0) this.machine.recorder?.move('drop', undefined, this.queue.total, 0);
    this.queue.clear();
  }
}

function controlOf(controller) {
  return stateOf(controller, kWritableControl, kName);
}

class WritableStreamDefaultController {
  constructor(permission = undefined) {
    requirePermission(permission);
  }

  get signal() {
    return controlOf(this).abortController.signal;
  }

  error(error = undefined) {
    controlOf(this).errorIfWritable(error);
  }

  [customInspectSymbol](depth, options) {
    return inspectAs(kName, { stream: controlOf(this).machine.stream }, depth, options);
  }
}
shapeClass(WritableStreamDefaultController, kName, ['signal', 'error']);

module.exports = { WritableControl, WritableStreamDefaultController };
