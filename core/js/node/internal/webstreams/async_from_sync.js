'use strict';

// An iterator's values as those of an async one, for ReadableStream.from(). In Node that is an async
// generator that says `yield*`; this does the same in as many microtasks, which our engine's takes one
// more of. Source: ECMAScript, "Async-from-Sync Iterator Objects", "AsyncGenerator Abstract Operations".

const { Boolean, FunctionPrototypeCall, Promise, PromisePrototypeThen, PromiseReject, PromiseResolve, TypeError } =
  primordials;

function isObject(value) {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

// Await.
function after(value, then, fail) {
  PromisePrototypeThen(PromiseResolve(value), then, fail);
}

class AsyncFromSync {
  #iterator;
  #next;
  #state = 'new';  // then 'running', 'waiting' or 'done'
  #pendingReturn = undefined;

  constructor(iterator) {
    this.#iterator = iterator;
  }

  // One at a time is asked for.
  next() {
    return new Promise((resolve, reject) => {
      if (this.#state === 'done') {
        resolve({ value: undefined, done: true });
        return;
      }
      if (this.#state === 'new') this.#next = this.#iterator.next;
      this.#state = 'running';
      const fail = (error) => this.#finish('done', reject, error);
      try {
        this.#unwrap(FunctionPrototypeCall(this.#next, this.#iterator, undefined), ({ value, done }) => {
          if (done) after(value, (last) => this.#finish('done', resolve, { value: last, done: true }), fail);
          else this.#finish('waiting', resolve, { value, done: false });
        }, fail);
      } catch (error) {
        after(PromiseReject(error), undefined, fail);
      }
    });
  }

  return(value) {
    return new Promise((resolve, reject) => {
      const begin = () => this.#return(value, resolve, reject);
      if (this.#state === 'running') this.#pendingReturn = begin;
      else begin();
    });
  }

  // A result whose value may be a promise, as it is when that is settled.
  #unwrap(result, then, fail) {
    if (!isObject(result)) throw new TypeError(`Iterator result ${result} is not an object`);
    const { done, value } = result;
    const settled = PromisePrototypeThen(PromiseResolve(value), (plain) => ({ value: plain, done: Boolean(done) }));
    PromisePrototypeThen(settled, then, fail);
  }

  #finish(state, settle, value) {
    this.#state = state;
    settle(value);
    const begin = this.#pendingReturn;
    this.#pendingReturn = undefined;
    begin?.();
  }

  #return(value, resolve, reject) {
    const wasWaiting = this.#state === 'waiting';
    this.#state = 'running';
    const fail = (error) => this.#finish('done', reject, error);
    const succeed = (last) => this.#finish('done', resolve, { value: last, done: true });
    if (wasWaiting) after(value, (awaited) => this.#returnInner(awaited, succeed, fail), fail);
    else after(value, succeed, fail);
  }

  #returnInner(value, succeed, fail) {
    try {
      const method = this.#iterator.return;
      if (method === undefined || method === null) {
        after(undefined, () => succeed(value));
        return;
      }
      this.#unwrap(FunctionPrototypeCall(method, this.#iterator, value), (result) => {
        succeed(result.value);
      }, fail);
    } catch (error) {
      after(PromiseReject(error), undefined, fail);
    }
  }
}

module.exports = { AsyncFromSync };
