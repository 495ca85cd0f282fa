'use strict';

// Source: Streams Standard, "ReadableStreamDefaultTee". That the end comes by a tick is Node's.

const { PromisePrototypeThen } = primordials;
const queueMicrotask = require('internal/process/queue_microtask');
const { kReadable } = require('internal/webstreams/readable_machine');
const { makeReadableStream } = require('internal/webstreams/readable_stream');
const { acquireLock } = require('internal/webstreams/readers');
const { Deferred } = require('internal/webstreams/shared');

function nothing() {}

class Branch {
  isCancelled = false;
  reason = undefined;

  constructor(fork, read) {
    this.stream = makeReadableStream({
      start: nothing,
      pull: read,
      cancel: (reason) => fork.cancel(this, reason),
    });
  }

  get control() {
    return this.stream[kReadable].control;
  }

  enqueue(chunk, number) {
    if (!this.isCancelled) this.control.enqueue(chunk, number);
  }

  close() {
    if (!this.isCancelled) this.control.close();
  }
}

class Fork {
  #isReading = false;
  #whenCancelled = new Deferred();

  constructor(stream) {
    this.machine = stream[kReadable];
    this.lock = acquireLock(stream);
    const read = () => this.#read();
    this.branches = [new Branch(this, read), new Branch(this, read)];
    this.note('pipe');
    PromisePrototypeThen(this.lock.whenClosed.promise, undefined, (error) => this.#fail(error));
  }

  note(op) {
    const { 0: first, 1: second } = this.branches;
    this.machine.recorder?.pipe(op, first.stream[kReadable].recorder);
    this.machine.recorder?.pipe(op, second.stream[kReadable].recorder);
  }

  async #read() {
    if (this.#isReading) return;
    this.#isReading = true;
    const { 0: first, 1: second } = this.branches;
    this.lock.read({
      chunk: (value, number) => queueMicrotask(() => {
        this.#isReading = false;
        first.enqueue(value, number);
        second.enqueue(value, number);
      }),
      close: () => process.nextTick(() => {
        this.#isReading = false;
        first.close();
        second.close();
        if (!first.isCancelled || !second.isCancelled) this.#whenCancelled.resolve();
      }),
      error: () => { this.#isReading = false; },
    });
  }

  // The stream itself is cancelled when both branches are.
  cancel(branch, reason) {
    branch.isCancelled = true;
    branch.reason = reason;
    const { 0: first, 1: second } = this.branches;
    if (first.isCancelled && second.isCancelled)
      this.#whenCancelled.resolve(this.machine.cancel([first.reason, second.reason]));
    return this.#whenCancelled.promise;
  }

  #fail(error) {
    const { 0: first, 1: second } = this.branches;
    first.control.error(error);
    second.control.error(error);
    if (!first.isCancelled || !second.isCancelled) this.#whenCancelled.resolve();
  }
}

function tee(stream) {
  const { branches: { 0: first, 1: second } } = new Fork(stream);
  return [first.stream, second.stream];
}

module.exports = { tee };
