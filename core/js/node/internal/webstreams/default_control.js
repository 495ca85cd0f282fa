'use strict';

// The queue of a ReadableStream of any values. Source: Streams Standard,
// "ReadableStreamDefaultController".

const { FunctionPrototypeCall, Symbol } = primordials;
const { customInspectSymbol } = require('internal/util');
const { Puller } = require('internal/webstreams/pulling');
const { SizedQueue, checkedSize } = require('internal/webstreams/queue');
const {
  inspectAs, invalidState, kMayConstruct, requirePermission, shapeClass, stateOf,
} = require('internal/webstreams/shared');
const { countsObjects } = require('internal/webstreams/strategies');

const kDefaultControl = Symbol('kDefaultControl');
const kName = 'ReadableStreamDefaultController';

class DefaultControl {
  queue = new SizedQueue();
  closeRequested = false;

  // `algorithms`: { start, pull, cancel, size }
  constructor(machine, algorithms, mark) {
    this.machine = machine;
    this.algorithms = algorithms;
    this.mark = mark;
    this.puller = new Puller(this);
    this.controller = new ReadableStreamDefaultController(kMayConstruct);
    this.controller[kDefaultControl] = this;
    machine.recorder?.addSide('readable', mark, countsObjects(algorithms.size));
    machine.control = this;
  }

  start() {
    this.puller.start(() => this.algorithms.start(this.controller));
  }

  get isOpen() {
    return !this.closeRequested && this.machine.state === 'readable';
  }

  get desiredSize() {
    if (this.machine.state === 'errored') return null;
    return this.machine.state === 'closed' ? 0 : this.mark - this.queue.total;
  }

  wantsMore() {
    if (!this.isOpen || !this.puller.started) return false;
    return this.machine.waiting(false) > 0 || this.desiredSize > 0;
  }

  pull() {
    return this.algorithms.pull(this.controller);
  }

  close() {
    if (!this.isOpen) return;
    this.closeRequested = true;
    this.machine.recorder?.note('ended');
    if (this.queue.length > 0) return;
    this.algorithms = undefined;
    this.machine.close();
  }

  // `number`: the chunk's in the trace, where it is known.
  enqueue(chunk, number) {
    if (!this.isOpen) return;
    const { machine, queue } = this;
    if (machine.waiting(false) > 0) {
      machine.fulfill(chunk, false, machine.recorder?.pass(chunk, queue.total));
    } else {
      try {
        const size = checkedSize(FunctionPrototypeCall(this.algorithms.size, undefined, chunk));
        queue.push(chunk, size, machine.recorder?.move('push', chunk, size, queue.total + size, number));
      } catch (error) {
        this.error(error);
        throw error;
      }
    }
    this.puller.pullIfNeeded();
  }

  error(error) {
    if (this.machine.state !== 'readable') return;
    this.queue.clear();
    this.algorithms = undefined;
    this.machine.error(error);
  }

  cancelSteps(reason) {
    this.queue.clear();
    const result = this.algorithms.cancel(reason);
    this.algorithms = undefined;
    return result;
  }

  pullSteps(request) {
    const { machine, queue } = this;
    if (queue.length === 0) {
      machine.addRequest(request);
      this.puller.pullIfNeeded();
      return;
    }
    const { value, size, number } = queue.shift();
    machine.recorder?.move('read', value, size, queue.total, number);
    if (this.closeRequested && queue.length === 0) {
      this.algorithms = undefined;
      machine.close();
    } else {
      this.puller.pullIfNeeded();
    }
    request.chunk(value, number);
  }

  releaseSteps() {}
}

function controlOf(controller) {
  return stateOf(controller, kDefaultControl, kName);
}

class ReadableStreamDefaultController {
  constructor(permission = undefined) {
    requirePermission(permission);
  }

  get desiredSize() {
    return controlOf(this).desiredSize;
  }

  close() {
    const control = controlOf(this);
    if (!control.isOpen) throw invalidState('Controller is already closed');
    control.close();
  }

  enqueue(chunk = undefined) {
    const control = controlOf(this);
    if (!control.isOpen) throw invalidState('Controller is already closed');
    control.enqueue(chunk);
  }

  error(error = undefined) {
    controlOf(this).error(error);
  }

  [customInspectSymbol](depth, options) {
    return inspectAs(kName, {}, depth, options);
  }
}
shapeClass(ReadableStreamDefaultController, kName, ['desiredSize', 'close', 'enqueue', 'error']);

module.exports = { DefaultControl, ReadableStreamDefaultController };
