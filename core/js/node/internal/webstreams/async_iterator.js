'use strict';

// Iterating over a ReadableStream. Source: Streams Standard, "ReadableStream", asynchronous iteration; Web
// IDL, "asynchronous iterator prototype object".

const {
  AsyncIteratorPrototype,
  ObjectSetPrototypeOf,
  PromisePrototypeThen,
  PromiseReject,
  PromiseResolve,
  SymbolAsyncIterator,
} = primordials;
const { acquireLock } = require('internal/webstreams/readers');
const { Deferred, invalidState } = require('internal/webstreams/shared');

// As in Node, what iterators inherit from shows both methods.
const iteratorPrototype = { __proto__: AsyncIteratorPrototype, next: undefined, return: undefined };

const notBound = () => invalidState('The reader is not bound to a ReadableStream');

class Iteration {
  isDone = false;
  ongoing = undefined;  // the promise of the last step, until it is settled by a chunk
  hasBegun = false;

  constructor(stream, preventCancel) {
    this.lock = acquireLock(stream);
    this.preventCancel = preventCancel;
  }

  // The step that runs when the ones before it are over.
  queue(step) {
    this.ongoing = this.ongoing === undefined ? step() : PromisePrototypeThen(this.ongoing, step, step);
    return this.ongoing;
  }

  next() {
    if (!this.hasBegun) {
      this.hasBegun = true;
      this.ongoing = PromiseResolve();
    }
    return this.queue(this.#read);
  }

  return(value) {
    this.hasBegun = true;
    return this.queue(() => this.#finish(value));
  }

  #read = () => {
    if (this.isDone) return PromiseResolve({ done: true, value: undefined });
    if (this.lock.machine === undefined) return PromiseReject(notBound());
    const result = new Deferred();
    this.lock.read({
      chunk: (value) => {
        this.ongoing = undefined;
        result.resolve({ value, done: false });
      },
      close: () => {
        this.#end();
        result.resolve({ done: true, value: undefined });
      },
      error: (error) => {
        this.#end();
        result.reject(error);
      },
    });
    return result.promise;
  };

  #end() {
    this.ongoing = undefined;
    this.isDone = true;
    this.lock.release();
  }

  async #finish(value) {
    if (this.isDone) return { done: true, value };
    this.isDone = true;
    const { machine } = this.lock;
    if (machine === undefined) throw notBound();
    if (this.preventCancel) {
      this.lock.release();
    } else {
      const cancelled = machine.cancel(value);
      this.lock.release();
      await cancelled;
    }
    return { done: true, value };
  }
}

function valuesOf(stream, preventCancel) {
  const iteration = new Iteration(stream, preventCancel);
  return ObjectSetPrototypeOf({
    next() { return iteration.next(); },
    return(error) { return iteration.return(error); },
    [SymbolAsyncIterator]() { return this; },
  }, iteratorPrototype);
}

module.exports = { valuesOf };
