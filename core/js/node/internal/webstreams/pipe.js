'use strict';

// Source: Streams Standard, "ReadableStreamPipeTo". The rules say what happens; in which microtask is
// Node's.

const {
  ArrayPrototypePush,
  PromisePrototypeThen,
  PromiseResolve,
} = primordials;
const { AbortError } = require('internal/errors');
const { SymbolDispose } = require('internal/util');
const { kReadable } = require('internal/webstreams/readable_machine');
const { acquireLock } = require('internal/webstreams/readers');
const { Deferred, invalidState, markHandled, whenAll } = require('internal/webstreams/shared');
const { kWritable, WriterLock } = require('internal/webstreams/writable_machine');

function nothing() {}

class PipeTo {
  isShuttingDown = false;
  currentWrite = PromiseResolve();
  whenOver = new Deferred();
  listening = undefined;

  constructor(source, destination, options) {
    this.source = source[kReadable];
    this.destination = destination[kWritable];
    this.options = options;
    this.reader = acquireLock(source);
    this.writer = new WriterLock(this.destination);
    this.source.disturbed = true;
  }

  run() {
    this.note('pipe');
    const { signal } = this.options;
    if (signal !== undefined) {
      if (signal.aborted) {
        this.abort();
        return this.whenOver.promise;
      }
      this.listening = require('events').addAbortListener(signal, () => this.abort());
    }
    markHandled(this.#copy());
    this.#watch();
    return this.whenOver.promise;
  }

  note(op) {
    this.source.recorder?.pipe(op, this.destination.recorder);
  }

  async #copy() {
    while (!await this.#copyOne());
  }

  // One chunk; whether it was the last.
  async #copyOne() {
    if (this.isShuttingDown) return true;
    const { ready } = this.writer;
    if (ready.isPending) this.note('await');
    await ready.promise;
    const isLast = new Deferred();
    this.reader.read({
      chunk: (value, number) => {
        this.currentWrite = this.writer.write(value, number);
        markHandled(this.currentWrite);
        isLast.resolve(false);
      },
      close: () => isLast.resolve(true),
      error: (error) => isLast.reject(error),
    });
    return isLast.promise;
  }

  #watch() {
    const { source, destination, reader, writer, options } = this;
    this.#whenErrored(source, reader.whenClosed.promise, (error) => {
      this.shutDown(options.preventAbort ? undefined : () => destination.abort(error), true, error);
    });
    this.#whenErrored(destination, writer.whenClosed.promise, (error) => {
      this.shutDown(options.preventCancel ? undefined : () => source.cancel(error), true, error);
    });
    this.#whenClosed(source, reader.whenClosed.promise, () => {
      this.shutDown(options.preventClose ? undefined : () => writer.closeOrPropagate(), false, undefined);
    });
    if (destination.isClosing || destination.state === 'closed') {
      const error = invalidState('Destination WritableStream is closed');
      this.shutDown(options.preventCancel ? undefined : () => source.cancel(error), true, error);
    }
  }

  #whenErrored(machine, closed, act) {
    if (machine.state === 'errored') act(machine.storedError);
    else PromisePrototypeThen(closed, undefined, act);
  }

  #whenClosed(machine, closed, act) {
    if (machine.state === 'closed') act();
    else PromisePrototypeThen(closed, act, nothing);
  }

  // `action`: what to do to the other side, if anything; it waits for what was written.
  shutDown(action, isRejected, error) {
    if (this.isShuttingDown) return;
    this.isShuttingDown = true;
    const complete = () => {
      if (action === undefined) {
        this.#finish(isRejected, error);
        return;
      }
      PromisePrototypeThen(action(), () => this.#finish(isRejected, error), (failure) => this.#finish(true, failure));
    };
    if (this.destination.state === 'writable' && !this.destination.isClosing)
      PromisePrototypeThen(this.#whenWritten(), complete, (failure) => this.#finish(true, failure));
    else
      complete();
  }

  async #whenWritten() {
    const write = this.currentWrite;
    await write;
    if (write !== this.currentWrite) await this.#whenWritten();
  }

  #finish(isRejected, error) {
    this.note('unpipe');
    this.writer.release();
    this.reader.release();
    this.listening?.[SymbolDispose]();
    if (isRejected) this.whenOver.reject(error);
    else this.whenOver.resolve();
  }

  abort() {
    const { source, destination, options } = this;
    const { reason } = options.signal;
    let error = reason;
    if (reason instanceof AbortError) {
      const { DOMException } = require('internal/domexception');
      error = new DOMException(reason.message, 'AbortError');
    }
    const actions = [];
    if (!options.preventAbort) {
      ArrayPrototypePush(actions, () => destination.state === 'writable' ? destination.abort(error) : PromiseResolve());
    }
    if (!options.preventCancel) {
      ArrayPrototypePush(actions, () => source.state === 'readable' ? source.cancel(error) : PromiseResolve());
    }
    this.shutDown(() => whenAll(actions, (action) => action()), true, error);
  }
}

function pipe(source, destination, options) {
  return new PipeTo(source, destination, options).run();
}

module.exports = { pipe };
