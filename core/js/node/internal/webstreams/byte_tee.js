'use strict';

// Source: Streams Standard, "ReadableByteStreamTee".

const { PromisePrototypeThen, PromiseResolve } = primordials;
const queueMicrotask = require('internal/process/queue_microtask');
const { kReadable } = require('internal/webstreams/readable_machine');
const { makeByteStream } = require('internal/webstreams/readable_stream');
const { acquireByobLock, acquireLock } = require('internal/webstreams/readers');
const { Deferred } = require('internal/webstreams/shared');
const { cloneOf } = require('internal/webstreams/views');

function nothing() {}

class ByteBranch {
  isCancelled = false;
  reason = undefined;
  wantsAgain = false;  // it asked while something was being read

  constructor(fork) {
    this.stream = makeByteStream({
      start: nothing,
      pull: () => fork.pull(this),
      cancel: (reason) => fork.cancel(this, reason),
    });
  }

  get control() {
    return this.stream[kReadable].control;
  }
}

class ByteFork {
  #isReading = false;
  #whenCancelled = new Deferred();

  constructor(stream) {
    this.stream = stream;
    this.machine = stream[kReadable];
    this.lock = acquireLock(stream);
    this.first = new ByteBranch(this);
    this.second = new ByteBranch(this);
    this.machine.recorder?.pipe('pipe', this.first.stream[kReadable].recorder);
    this.machine.recorder?.pipe('pipe', this.second.stream[kReadable].recorder);
    this.#forwardErrors();
  }

  #forwardErrors() {
    const { lock } = this;
    PromisePrototypeThen(lock.whenClosed.promise, undefined, (error) => {
      if (lock !== this.lock) return;
      this.first.control.error(error);
      this.second.control.error(error);
      this.#settleCancel();
    });
  }

  #settleCancel() {
    if (!this.first.isCancelled || !this.second.isCancelled) this.#whenCancelled.resolve();
  }

  pull(branch) {
    if (this.#isReading) {
      branch.wantsAgain = true;
      return PromiseResolve();
    }
    this.#isReading = true;
    const request = branch.control.byobRequest;
    if (request === null) this.#readAny();
    else this.#readInto(request.view, branch);
    return PromiseResolve();
  }

  // Reads by a reader of the right kind.
  #switchTo(isByob) {
    if (this.lock.isByob === isByob) return;
    this.lock.releaseAndFail();
    this.lock = isByob ? acquireByobLock(this.stream) : acquireLock(this.stream);
    this.#forwardErrors();
  }

  #readAny() {
    this.#switchTo(false);
    this.lock.read({
      chunk: (chunk) => queueMicrotask(() => this.#share(chunk)),
      close: () => {
        this.#isReading = false;
        this.#close(this.first);
        this.#close(this.second);
        this.#endWaiting(this.first);
        this.#endWaiting(this.second);
        this.#settleCancel();
      },
      error: () => { this.#isReading = false; },
    });
  }

  #readInto(view, branch) {
    this.#switchTo(true);
    const other = branch === this.first ? this.second : this.first;
    const { machine } = this;
    const request = {
      chunk: (chunk) => queueMicrotask(() => this.#shareFilled(chunk, branch, other)),
      close: (chunk) => {
        this.#isReading = false;
        this.#close(branch);
        this.#close(other);
        if (chunk !== undefined) {
          if (!branch.isCancelled) branch.control.respondWithNewView(chunk);
          if (!other.isCancelled && other.control.pullIntos.length > 0) other.control.respond(0);
        }
        this.#settleCancel();
      },
      error: () => { this.#isReading = false; },
    };
    machine.disturbed = true;
    if (machine.state === 'errored') request.error(machine.storedError);
    else machine.control.pullInto(view, 1, request);
  }

  #close(branch) {
    if (!branch.isCancelled) branch.control.close();
  }

  #endWaiting(branch) {
    if (branch.control.pullIntos.length > 0) branch.control.respond(0);
  }

  // A copy for the second of two. Undefined: that failed, and so did all.
  #copy(chunk) {
    try {
      return cloneOf(chunk);
    } catch (error) {
      this.first.control.error(error);
      this.second.control.error(error);
      this.#whenCancelled.resolve(this.machine.cancel(error));
      return undefined;
    }
  }

  #share(chunk) {
    this.#forgetWants();
    const { first, second } = this;
    let chunkOfSecond = chunk;
    if (!first.isCancelled && !second.isCancelled) {
      chunkOfSecond = this.#copy(chunk);
      if (chunkOfSecond === undefined) return;
    }
    if (!first.isCancelled) first.control.enqueue(chunk);
    if (!second.isCancelled) second.control.enqueue(chunkOfSecond);
    this.#readAgain();
  }

  #shareFilled(chunk, branch, other) {
    this.#forgetWants();
    if (!other.isCancelled) {
      const copy = this.#copy(chunk);
      if (copy === undefined) return;
      if (!branch.isCancelled) branch.control.respondWithNewView(chunk);
      other.control.enqueue(copy);
    } else if (!branch.isCancelled) {
      branch.control.respondWithNewView(chunk);
    }
    this.#readAgain();
  }

  #forgetWants() {
    this.first.wantsAgain = this.second.wantsAgain = false;
  }

  #readAgain() {
    this.#isReading = false;
    if (this.first.wantsAgain) this.pull(this.first);
    else if (this.second.wantsAgain) this.pull(this.second);
  }

  cancel(branch, reason) {
    branch.isCancelled = true;
    branch.reason = reason;
    if (this.first.isCancelled && this.second.isCancelled)
      this.#whenCancelled.resolve(this.machine.cancel([this.first.reason, this.second.reason]));
    return this.#whenCancelled.promise;
  }
}

function teeBytes(stream) {
  const { first, second } = new ByteFork(stream);
  return [first.stream, second.stream];
}

module.exports = { teeBytes };
