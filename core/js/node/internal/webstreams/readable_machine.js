'use strict';

// The state of a ReadableStream. Source: Streams Standard, "Readable streams", their abstract
// operations; the order in which promises are settled is Node's.

const {
  ArrayPrototypePush,
  ArrayPrototypeShift,
  PromisePrototypeThen,
  PromiseReject,
  PromiseResolve,
  Symbol,
} = primordials;
const { Deferred, rejectQuietly } = require('internal/webstreams/shared');

const kReadable = Symbol('kReadable');

function nothing() {}

class ReadableMachine {
  state = 'readable';
  storedError = undefined;
  disturbed = false;
  lock = undefined;     // of the reader that has it
  control = undefined;  // the controller's
  whenClosed = new Deferred();

  constructor(recorder) {
    this.recorder = recorder;
  }

  get isLocked() {
    return this.lock !== undefined;
  }

  // Requests of a reader of that kind which wait for a chunk.
  waiting(isByob) {
    return this.lock !== undefined && this.lock.isByob === isByob ? this.lock.requests.length : 0;
  }

  cancel(reason) {
    this.disturbed = true;
    if (this.state === 'closed') return PromiseResolve();
    if (this.state === 'errored') return PromiseReject(this.storedError);
    this.recorder?.note('destroy');
    this.close();
    if (this.lock?.isByob) this.lock.flush((request) => request.close(undefined));
    return PromisePrototypeThen(this.control.cancelSteps(reason), nothing);
  }

  close() {
    this.state = 'closed';
    this.recorder?.note('end');
    this.recorder?.noteOver();
    this.whenClosed.resolve();
    const { lock } = this;
    if (lock === undefined) return;
    lock.whenClosed.resolve();
    if (!lock.isByob) lock.flush((request) => request.close());
  }

  error(error) {
    this.state = 'errored';
    this.storedError = error;
    this.recorder?.note('error', error);
    this.recorder?.noteOver();
    rejectQuietly(this.whenClosed, error);
    const { lock } = this;
    if (lock === undefined) return;
    rejectQuietly(lock.whenClosed, error);
    lock.flush((request) => request.error(error));
  }

  addRequest(request) {
    ArrayPrototypePush(this.lock.requests, request);
  }

  fulfill(chunk, isDone, number) {
    const request = ArrayPrototypeShift(this.lock.requests);
    if (isDone) request.close(chunk);
    else request.chunk(chunk, number);
  }
}

// What a reader and its stream share while the reader has the lock.
class Lock {
  requests = [];

  constructor(machine, isByob) {
    this.machine = machine;
    this.isByob = isByob;
    machine.lock = this;
    if (machine.state === 'readable') this.whenClosed = new Deferred();
    else if (machine.state === 'closed') this.whenClosed = Deferred.resolved();
    else this.whenClosed = Deferred.rejected(machine.storedError);
  }

  // Tells all requests, in order.
  flush(tell) {
    const { requests } = this;
    for (let i = 0; i < requests.length; i++) tell(requests[i]);
    this.requests = [];
  }

  release() {
    const { machine } = this;
    const error = require('internal/webstreams/release_errors').readerReleased();
    if (machine.state === 'readable') rejectQuietly(this.whenClosed, error);
    else this.whenClosed = Deferred.rejected(error);
    machine.control.releaseSteps();
    machine.lock = undefined;
    this.machine = undefined;
  }

  releaseAndFail() {
    this.release();
    const error = require('internal/webstreams/release_errors').readerReleasing();
    this.flush((request) => request.error(error));
  }

  // For a default reader.
  read(request) {
    const { machine } = this;
    machine.disturbed = true;
    if (machine.state === 'closed') request.close();
    else if (machine.state === 'errored') request.error(machine.storedError);
    else machine.control.pullSteps(request);
  }
}

module.exports = { kReadable, Lock, ReadableMachine };
