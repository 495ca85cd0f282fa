'use strict';

// ReadableStream.from(). Source: Streams Standard, "ReadableStreamFromIterable".

const {
  FunctionPrototypeCall,
  PromisePrototypeThen,
  PromiseResolve,
  SymbolAsyncIterator,
  SymbolIterator,
  TypeError,
} = primordials;
const { codes } = require('internal/errors');
const { AsyncFromSync } = require('internal/webstreams/async_from_sync');
const { kReadable } = require('internal/webstreams/readable_machine');
const { makeReadableStream } = require('internal/webstreams/readable_stream');
const { invalidState } = require('internal/webstreams/shared');

function iteratorBy(method, iterable) {
  if (method === undefined) throw new codes.ERR_ARG_NOT_ITERABLE(iterable);
  // In the words of Node, which leaves it to the call.
  if (typeof method !== 'function') throw new TypeError('FunctionPrototypeCall is not a function');
  const iterator = FunctionPrototypeCall(method, iterable);
  if (typeof iterator !== 'object' || iterator === null)
    throw invalidState('The iterator method must return an object');
  return iterator;
}

function asyncIteratorOf(iterable) {
  const method = iterable[SymbolAsyncIterator];
  if (method !== undefined && method !== null) return iteratorBy(method, iterable);
  return new AsyncFromSync(iteratorBy(iterable[SymbolIterator], iterable));
}

function isObject(value) {
  return typeof value === 'object' && value !== null;
}

function nothing() {}

function fromIterable(iterable) {
  const iterator = asyncIteratorOf(iterable);
  const { next } = iterator;
  const stream = makeReadableStream({
    start: nothing,
    async pull() {
      const result = FunctionPrototypeCall(next, iterator);
      if (!isObject(result)) throw invalidState('The iterator.next() method must return an object');
      return PromisePrototypeThen(PromiseResolve(result), (step) => {
        if (!isObject(step))
          throw invalidState('The promise returned by the iterator.next() method must fulfill with an object');
        const { control } = stream[kReadable];
        if (step.done) control.close();
        else control.enqueue(step.value);
      });
    },
    async cancel(reason) {
      const method = iterator.return;
      if (method === undefined) return PromiseResolve();
      const result = FunctionPrototypeCall(method, iterator, reason);
      return PromisePrototypeThen(PromiseResolve(result), (step) => {
        if (!isObject(step))
          throw invalidState('The promise returned by the iterator.return() method must fulfill with an object');
      });
    },
  }, 0);
  return stream;
}

module.exports = { fromIterable };
