'use strict';

// The state of a WritableStream. Source: Streams Standard, "Writable streams", their abstract operations.

const {
  ArrayPrototypePush,
  ArrayPrototypeShift,
  PromisePrototypeThen,
  PromiseReject,
  PromiseResolve,
  Symbol,
} = primordials;
const { assertInternally } = require('internal/webstreams/internal_assert');
const { Deferred, invalidState, rejectQuietly } = require('internal/webstreams/shared');

const kWritable = Symbol('kWritable');

class WritableMachine {
  state = 'writable';  // then 'erroring', 'errored' or 'closed'
  storedError = undefined;
  hasBackpressure = false;
  lock = undefined;     // of the writer that has it
  control = undefined;  // the controller's
  writes = [];          // promises of those that wait
  writeInFlight = undefined;
  closeRequest = undefined;
  closeInFlight = undefined;
  pendingAbort = undefined;  // { done, reason, wasErroring }
  whenClosed = new Deferred();

  constructor(recorder) {
    this.recorder = recorder;
  }

  get isLocked() {
    return this.lock !== undefined;
  }

  // Somebody has asked to close it.
  get isClosing() {
    return this.closeRequest !== undefined || this.closeInFlight !== undefined;
  }

  abort(reason) {
    // As in Node, what the signal's listeners do to it does not count.
    const { state } = this;
    if (state === 'closed' || state === 'errored') return PromiseResolve();
    this.control.abortController.abort(reason);
    if (this.pendingAbort !== undefined) return this.pendingAbort.done.promise;
    this.recorder?.note('destroy');
    const wasErroring = state === 'erroring';
    const done = new Deferred();
    this.pendingAbort = { done, reason: wasErroring ? undefined : reason, wasErroring };
    if (!wasErroring) this.startErroring(reason);
    return done.promise;
  }

  close() {
    if (this.state === 'closed' || this.state === 'errored')
      return PromiseReject(invalidState('WritableStream is closed'));
    this.recorder?.note('ending');
    const request = this.closeRequest = new Deferred();
    if (this.lock !== undefined && this.hasBackpressure && this.state === 'writable') this.lock.ready.resolve();
    this.control.close();
    return request.promise;
  }

  setBackpressure(hasBackpressure) {
    if (this.hasBackpressure !== hasBackpressure) {
      if (hasBackpressure) this.recorder?.note('full', this.control.desiredSize);
      else this.recorder?.note('drain');
      if (this.lock !== undefined) {
        if (hasBackpressure) this.lock.ready = new Deferred();
        else this.lock.ready.resolve();
      }
    }
    this.hasBackpressure = hasBackpressure;
  }

  addWrite() {
    const write = new Deferred();
    ArrayPrototypePush(this.writes, write);
    return write.promise;
  }

  // ---- What the sink is at ----

  beginWrite() {
    this.writeInFlight = ArrayPrototypeShift(this.writes);
  }

  beginClose() {
    this.closeInFlight = this.closeRequest;
    this.closeRequest = undefined;
  }

  finishWrite() {
    const write = this.writeInFlight;
    this.writeInFlight = undefined;
    write.resolve();
  }

  failWrite(error) {
    const write = this.writeInFlight;
    this.writeInFlight = undefined;
    write.reject(error);
    this.reject(error);
  }

  finishClose() {
    const request = this.closeInFlight;
    this.closeInFlight = undefined;
    request.resolve();
    if (this.state === 'erroring') {
      this.storedError = undefined;
      this.#takeAbort()?.done.resolve();
    }
    this.state = 'closed';
    this.recorder?.note('finish');
    this.recorder?.noteOver();
    this.lock?.whenClosed.resolve();
    this.whenClosed.resolve();
  }

  failClose(error) {
    const request = this.closeInFlight;
    this.closeInFlight = undefined;
    request.reject(error);
    this.#takeAbort()?.done.reject(error);
    this.reject(error);
  }

  #takeAbort() {
    const abort = this.pendingAbort;
    this.pendingAbort = undefined;
    return abort;
  }

  // ---- Errors: first what is in flight ends, then the sink is aborted ----

  reject(error) {
    if (this.state === 'writable') this.startErroring(error);
    else this.finishErroring();
  }

  startErroring(reason) {
    assertInternally(this.storedError === undefined && this.state === 'writable');
    this.state = 'erroring';
    this.storedError = reason;
    this.recorder?.note('error', reason);
    this.lock?.rejectReady(reason);
    if (this.writeInFlight === undefined && this.closeInFlight === undefined && this.control.started)
      this.finishErroring();
  }

  finishErroring() {
    this.state = 'errored';
    this.recorder?.noteOver();
    this.control.reset();
    const { writes, storedError } = this;
    for (let i = 0; i < writes.length; i++) writes[i].reject(storedError);
    this.writes = [];
    const abort = this.#takeAbort();
    if (abort === undefined) {
      this.#rejectClosed();
      return;
    }
    if (abort.wasErroring) {
      abort.done.reject(storedError);
      this.#rejectClosed();
      return;
    }
    PromisePrototypeThen(this.control.abort(abort.reason), () => {
      abort.done.resolve();
      this.#rejectClosed();
    }, (error) => {
      abort.done.reject(error);
      this.#rejectClosed();
    });
  }

  #rejectClosed() {
    const { storedError } = this;
    if (this.closeRequest !== undefined) {
      this.closeRequest.reject(storedError);
      this.closeRequest = undefined;
    }
    rejectQuietly(this.whenClosed, storedError);
    if (this.lock !== undefined) rejectQuietly(this.lock.whenClosed, storedError);
  }
}

// What a writer and its stream share while the writer has the lock.
class WriterLock {
  constructor(machine) {
    if (machine.isLocked) throw invalidState('WritableStream is locked');
    this.machine = machine;
    machine.lock = this;
    const { state, storedError } = machine;
    if (state === 'writable' || state === 'closed') {
      const waits = state === 'writable' && !machine.isClosing && machine.hasBackpressure;
      this.ready = waits ? new Deferred() : Deferred.resolved();
    } else {
      this.ready = Deferred.rejected(storedError);
    }
    if (state === 'closed') this.whenClosed = Deferred.resolved();
    else if (state === 'errored') this.whenClosed = Deferred.rejected(storedError);
    else this.whenClosed = new Deferred();
  }

  // `number`: the chunk's in the trace, where it is known.
  write(chunk, number) {
    const { machine } = this;
    const size = machine.control.sizeOf(chunk);
    if (machine !== this.machine) return PromiseReject(invalidState('Mismatched WritableStreams'));
    const { state, storedError } = machine;
    if (state === 'errored') return PromiseReject(storedError);
    if (machine.isClosing || state === 'closed') return PromiseReject(invalidState('WritableStream is closed'));
    if (state === 'erroring') return PromiseReject(storedError);
    const done = machine.addWrite();
    machine.control.write(chunk, size, number);
    return done;
  }

  // Unless that is under way.
  closeOrPropagate() {
    const { machine } = this;
    if (machine.isClosing || machine.state === 'closed') return PromiseResolve();
    return machine.state === 'errored' ? PromiseReject(machine.storedError) : machine.close();
  }

  get desiredSize() {
    const { state, control } = this.machine;
    if (state === 'errored' || state === 'erroring') return null;
    return state === 'closed' ? 0 : control.desiredSize;
  }

  rejectReady(error) {
    if (this.ready.isPending) rejectQuietly(this.ready, error);
    else this.ready = Deferred.rejected(error);
  }

  release() {
    const error = require('internal/webstreams/release_errors').writerReleased();
    this.rejectReady(error);
    if (this.whenClosed.isPending) rejectQuietly(this.whenClosed, error);
    else this.whenClosed = Deferred.rejected(error);
    this.machine.lock = undefined;
    this.machine = undefined;
  }
}

module.exports = { kWritable, WritableMachine, WriterLock };
