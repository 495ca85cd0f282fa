'use strict';

// The queue of a ReadableStream of bytes. Source: Streams Standard, "ReadableByteStreamController".

const {
  ArrayBufferPrototypeGetByteLength,
  ArrayBufferPrototypeSlice,
  ArrayPrototypePush,
  ArrayPrototypeShift,
  DataView,
  Symbol,
  Uint8Array,
} = primordials;
const { codes } = require('internal/errors');
const { customInspectSymbol } = require('internal/util');
const { isDataView } = require('internal/util/types');
const { validateBuffer } = require('internal/validators');
const { invalidate, makeRequest } = require('internal/webstreams/byob_request');
const { PullInto } = require('internal/webstreams/pull_into');
const { Puller } = require('internal/webstreams/pulling');
const { SizedQueue } = require('internal/webstreams/queue');
const {
  inspectAs, invalidState, kMayConstruct, requirePermission, shapeClass, stateOf,
} = require('internal/webstreams/shared');
const { bufferOf, byteLengthOf, byteOffsetOf, isDetached, transfer } = require('internal/webstreams/views');

const kByteControl = Symbol('kByteControl');
const kName = 'ReadableByteStreamController';

class ByteControl {
  queue = new SizedQueue();  // of { buffer, byteOffset }
  closeRequested = false;
  pullIntos = [];
  request = null;  // for the first of these, once asked for

  // `algorithms`: { start, pull, cancel }
  constructor(machine, algorithms, mark, autoAllocateChunkSize) {
    this.machine = machine;
    this.algorithms = algorithms;
    this.mark = mark;
    this.autoAllocateChunkSize = autoAllocateChunkSize;
    this.puller = new Puller(this);
    this.controller = new ReadableByteStreamController(kMayConstruct);
    this.controller[kByteControl] = this;
    machine.recorder?.addSide('readable', mark, false);
    machine.control = this;
  }

  start() {
    this.puller.start(() => this.algorithms.start(this.controller));
  }

  get desiredSize() {
    if (this.machine.state === 'errored') return null;
    return this.machine.state === 'closed' ? 0 : this.mark - this.queue.total;
  }

  wantsMore() {
    if (this.machine.state !== 'readable' || this.closeRequested || !this.puller.started) return false;
    return this.machine.waiting(false) > 0 || this.machine.waiting(true) > 0 || this.desiredSize > 0;
  }

  pull() {
    return this.algorithms.pull(this.controller);
  }

  get byobRequest() {
    if (this.request === null && this.pullIntos.length > 0)
      this.request = makeRequest(this, this.pullIntos[0].rest());
    return this.request;
  }

  invalidateRequest() {
    if (this.request === null) return;
    invalidate(this.request);
    this.request = null;
  }

  // ---- Ends ----

  close() {
    if (this.closeRequested || this.machine.state !== 'readable') return;
    this.machine.recorder?.note('ended');
    if (this.queue.total > 0) {
      this.closeRequested = true;
      return;
    }
    if (this.pullIntos.length > 0 && !this.pullIntos[0].isAligned) {
      const error = invalidState('Partial read');
      this.error(error);
      throw error;
    }
    this.algorithms = undefined;
    this.machine.close();
  }

  error(error) {
    if (this.machine.state !== 'readable') return;
    this.forgetAll();
    this.algorithms = undefined;
    this.machine.error(error);
  }

  forgetAll() {
    this.invalidateRequest();
    this.pullIntos = [];
    this.queue.clear();
  }

  cancelSteps(reason) {
    this.forgetAll();
    const result = this.algorithms.cancel(reason);
    this.algorithms = undefined;
    return result;
  }

  // What a reader that goes leaves half filled becomes the queue's.
  releaseSteps() {
    if (this.pullIntos.length === 0) return;
    this.pullIntos[0].kind = 'none';
    this.pullIntos = [this.pullIntos[0]];
  }

  // ---- Chunks come ----

  enqueue(chunk) {
    if (this.closeRequested || this.machine.state !== 'readable') return;
    const byteOffset = byteOffsetOf(chunk);
    const byteLength = byteLengthOf(chunk);
    const buffer = transfer(bufferOf(chunk));
    if (this.pullIntos.length > 0) this.preparePullIntos();
    const { machine } = this;
    if (machine.lock?.isByob === false) {
      this.serveReads();
      if (machine.waiting(false) === 0) this.store(buffer, byteOffset, byteLength, chunk);
      else this.pass(new Uint8Array(buffer, byteOffset, byteLength));
    } else {
      this.store(buffer, byteOffset, byteLength, chunk);
      if (machine.lock?.isByob) this.fillPullIntos();
    }
    this.puller.pullIfNeeded();
  }

  preparePullIntos() {
    const first = this.pullIntos[0];
    if (isDetached(first.buffer)) throw invalidState('Destination ArrayBuffer is detached');
    this.invalidateRequest();
    first.buffer = transfer(first.buffer);
    if (first.kind === 'none') this.storeDetached(first);
  }

  pass(view) {
    if (this.pullIntos.length > 0) ArrayPrototypeShift(this.pullIntos);
    this.machine.fulfill(view, false, this.machine.recorder?.pass(view, this.queue.total));
  }

  store(buffer, byteOffset, byteLength, shown = undefined) {
    const number = this.machine.recorder?.move('push', shown ?? new Uint8Array(buffer, byteOffset, byteLength),
                                               byteLength, this.queue.total + byteLength);
    this.queue.push({ buffer, byteOffset }, byteLength, number);
  }

  storeDetached(first) {
    if (first.filled > 0) {
      let copy;
      try {
        copy = ArrayBufferPrototypeSlice(first.buffer, first.byteOffset, first.byteOffset + first.filled);
      } catch (error) {
        this.error(error);
        throw error;
      }
      this.store(copy, 0, first.filled);
    }
    this.shiftPullInto();
  }

  // ---- Chunks go ----

  pullSteps(request) {
    if (this.queue.total > 0) {
      this.serve(request);
      return;
    }
    if (this.autoAllocateChunkSize !== undefined) {
      try {
        ArrayPrototypePush(this.pullIntos, PullInto.allocated(this.autoAllocateChunkSize));
      } catch (error) {
        request.error(error);
        return;
      }
    }
    this.machine.addRequest(request);
    this.puller.pullIfNeeded();
  }

  serve(request) {
    const { value: { buffer, byteOffset }, size, number } = this.queue.shift();
    const view = new Uint8Array(buffer, byteOffset, size);
    this.machine.recorder?.knowAgain(view, number);
    this.machine.recorder?.move('read', view, size, this.queue.total, number);
    this.afterTaking();
    request.chunk(view, number);
  }

  serveReads() {
    const { requests } = this.machine.lock;
    while (requests.length > 0 && this.queue.total > 0) this.serve(ArrayPrototypeShift(requests));
  }

  afterTaking() {
    if (this.queue.total === 0 && this.closeRequested) {
      this.algorithms = undefined;
      this.machine.close();
    } else {
      this.puller.pullIfNeeded();
    }
  }

  // ---- Readers that bring memory ----

  pullInto(view, least, request) {
    const { machine } = this;
    const View = isDataView(view) ? DataView : view.constructor;
    const elementSize = isDataView(view) ? 1 : View.BYTES_PER_ELEMENT;
    const byteOffset = byteOffsetOf(view);
    const byteLength = byteLengthOf(view);
    let buffer;
    try {
      buffer = transfer(bufferOf(view));
    } catch (error) {
      request.error(error);
      return;
    }
    const pullInto =
      new PullInto('byob', { buffer, byteOffset, byteLength, elementSize, View, least: least * elementSize });
    if (this.pullIntos.length > 0) {
      ArrayPrototypePush(this.pullIntos, pullInto);
      machine.addRequest(request);
      return;
    }
    if (machine.state === 'closed') {
      request.close(pullInto.empty());
      return;
    }
    if (this.queue.total > 0 && this.answerFromQueue(pullInto, request)) return;
    ArrayPrototypePush(this.pullIntos, pullInto);
    machine.addRequest(request);
    this.puller.pullIfNeeded();
  }

  answerFromQueue(pullInto, request) {
    if (this.fill(pullInto)) {
      const filled = pullInto.asView();
      this.afterTaking();
      request.chunk(filled);
      return true;
    }
    if (!this.closeRequested) return false;
    const error = invalidState('ReadableStream closed');
    this.error(error);
    request.error(error);
    return true;
  }

  fill(pullInto) {
    const { recorder } = this.machine;
    return pullInto.fillFrom(this.queue, recorder && ((count, number) => {
      recorder.move('read', undefined, count, this.queue.total, number);
    }));
  }

  fillPullIntos() {
    while (this.pullIntos.length > 0 && this.queue.total > 0) {
      const first = this.pullIntos[0];
      if (!this.fill(first)) continue;
      this.shiftPullInto();
      this.commit(first);
    }
  }

  shiftPullInto() {
    return ArrayPrototypeShift(this.pullIntos);
  }

  commit(pullInto) {
    this.machine.fulfill(pullInto.asView(), this.machine.state === 'closed');
  }

  respond(bytesWritten) {
    const first = this.pullIntos[0];
    if (this.machine.state === 'closed') {
      if (bytesWritten !== 0) throw new codes.ERR_INVALID_ARG_VALUE('bytesWritten', bytesWritten);
    } else {
      if (!bytesWritten) throw new codes.ERR_INVALID_ARG_VALUE('bytesWritten', bytesWritten);
      if (first.filled + bytesWritten > first.byteLength)
        throw new codes.ERR_INVALID_ARG_VALUE.RangeError('bytesWritten', bytesWritten);
    }
    first.buffer = transfer(first.buffer);
    this.respondWith(bytesWritten);
  }

  respondWithNewView(view) {
    const first = this.pullIntos[0];
    const byteLength = byteLengthOf(view);
    const buffer = bufferOf(view);
    if (this.machine.state === 'closed') {
      if (byteLength !== 0) throw invalidState('View is not zero-length');
    } else if (byteLength === 0) {
      throw invalidState('View is zero-length');
    }
    if (first.byteOffset + first.filled !== byteOffsetOf(view) || first.filled + byteLength > first.byteLength ||
        first.bufferLength !== ArrayBufferPrototypeGetByteLength(buffer)) {
      throw new codes.ERR_INVALID_ARG_VALUE.RangeError('view', view);
    }
    first.buffer = transfer(buffer);
    this.respondWith(byteLength);
  }

  respondWith(bytesWritten) {
    const first = this.pullIntos[0];
    this.invalidateRequest();
    if (this.machine.state === 'closed') this.respondClosed(first);
    else this.respondReadable(first, bytesWritten);
    this.puller.pullIfNeeded();
  }

  respondClosed(first) {
    if (first.kind === 'none') this.shiftPullInto();
    if (!this.machine.lock?.isByob) return;
    while (this.machine.waiting(true) > 0) this.commit(this.shiftPullInto());
  }

  respondReadable(first, bytesWritten) {
    first.filled += bytesWritten;
    if (first.kind === 'none') {
      this.storeDetached(first);
      this.fillPullIntos();
      return;
    }
    if (first.filled < first.least) return;
    this.shiftPullInto();
    const tooMany = first.filled % first.elementSize;
    if (tooMany > 0) {
      const end = first.byteOffset + first.filled;
      this.store(ArrayBufferPrototypeSlice(first.buffer, end - tooMany, end), 0, tooMany);
    }
    first.filled -= tooMany;
    this.machine.recorder?.move('pass', first.asShown(), first.filled, this.queue.total);
    this.commit(first);
    this.fillPullIntos();
  }
}

function controlOf(controller) {
  return stateOf(controller, kByteControl, kName);
}

function requireOpen(control) {
  if (control.closeRequested) throw invalidState('Controller is already closed');
  if (control.machine.state !== 'readable') throw invalidState('ReadableStream is already closed');
}

class ReadableByteStreamController {
  constructor(permission = undefined) {
    requirePermission(permission);
  }

  get byobRequest() {
    return controlOf(this).byobRequest;
  }

  get desiredSize() {
    return controlOf(this).desiredSize;
  }

  close() {
    const control = controlOf(this);
    requireOpen(control);
    control.close();
  }

  enqueue(chunk) {
    const control = controlOf(this);
    validateBuffer(chunk);
    if (byteLengthOf(chunk) === 0 || ArrayBufferPrototypeGetByteLength(bufferOf(chunk)) === 0)
      throw invalidState('chunk ArrayBuffer is zero-length or detached');
    requireOpen(control);
    control.enqueue(chunk);
  }

  error(error = undefined) {
    controlOf(this).error(error);
  }

  [customInspectSymbol](depth, options) {
    return inspectAs(kName, {}, depth, options);
  }
}
shapeClass(ReadableByteStreamController, kName, ['byobRequest', 'desiredSize', 'close', 'enqueue', 'error']);

module.exports = { ByteControl, ReadableByteStreamController };
