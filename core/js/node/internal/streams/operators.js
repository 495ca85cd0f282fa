'use strict';

// Iterator helpers of Readable. Source: Node.js documentation "readable.map(fn[, options])" and on.

const {
  ArrayPrototypePush,
  FunctionPrototypeCall,
  MathFloor,
  Number,
  NumberIsNaN,
} = primordials;
const { AbortError, codes } = require('internal/errors');
const { kResistStopPropagation } = require('internal/event_target');
const { validateAbortSignal, validateInteger, validateObject } = require('internal/validators');
const { finished } = require('stream/promises');
const { ParallelMap, kLeaveOut } = require('internal/streams/parallel_map');
const { isNodeStream, isWritable } = require('internal/streams/status');
const { deprecate } = require('internal/util');

function isGiven(value) {
  return value !== undefined && value !== null;
}

function checkOptions(options) {
  if (isGiven(options)) validateObject(options, 'options');
  if (isGiven(options?.signal)) validateAbortSignal(options.signal, 'options.signal');
}

function checkFunction(value, name = 'fn') {
  if (typeof value === 'function') return;
  throw new codes.ERR_INVALID_ARG_TYPE(name, ['Function', 'AsyncFunction'], value);
}

function map(fn, options) {
  checkFunction(fn);
  checkOptions(options);
  const concurrency = isGiven(options?.concurrency) ? MathFloor(options.concurrency) : 1;
  const highWaterMark = isGiven(options?.highWaterMark) ? MathFloor(options.highWaterMark) : concurrency - 1;
  validateInteger(concurrency, 'options.concurrency', 1);
  validateInteger(highWaterMark, 'options.highWaterMark', 0);
  return new ParallelMap(this, fn, { concurrency, highWaterMark, signal: options?.signal }).values();
}

function filter(fn, options) {
  checkFunction(fn);
  return FunctionPrototypeCall(map, this, async (value, settings) => {
    return await fn(value, settings) ? value : kLeaveOut;
  }, options);
}

function flatMap(fn, options) {
  return flattened(FunctionPrototypeCall(map, this, fn, options));
}

async function* flattened(values) {
  for await (const value of values) yield* value;
}

function compose(stream, options) {
  checkOptions(options);
  if (isNodeStream(stream) && !isWritable(stream)) {
    throw new codes.ERR_INVALID_ARG_VALUE('stream', stream, 'must be writable');
  }
  const composed = require('internal/streams/compose')(this, stream);
  if (options?.signal) {
    require('internal/streams/add_abort_signal').addAbortSignal(options.signal, composed);
  }
  return composed;
}

// How many to drop or to take.
function countOf(number) {
  const count = Number(number);
  if (NumberIsNaN(count)) return 0;
  if (count < 0) throw new codes.ERR_OUT_OF_RANGE('number', '>= 0', count);
  return count;
}

function checkAborted(options) {
  if (options?.signal?.aborted) throw new AbortError();
}

function drop(number, options = undefined) {
  checkOptions(options);
  return withoutFirst(this, countOf(number), options);
}

async function* withoutFirst(stream, count, options) {
  checkAborted(options);
  for await (const value of stream) {
    checkAborted(options);
    if (count-- <= 0) yield value;
  }
}

function take(number, options = undefined) {
  checkOptions(options);
  return onlyFirst(this, countOf(number), options);
}

async function* onlyFirst(stream, count, options) {
  checkAborted(options);
  for await (const value of stream) {
    checkAborted(options);
    if (count-- > 0) yield value;
    if (count <= 0) return;
  }
}

function asIndexedPairs(options = undefined) {
  checkOptions(options);
  return numbered(this, options);
}

async function* numbered(stream, options) {
  let index = 0;
  for await (const value of stream) {
    if (options?.signal?.aborted) throw new AbortError({ cause: options.signal.reason });
    yield [index++, value];
  }
}

async function forEach(fn, options) {
  checkFunction(fn);
  const calls = FunctionPrototypeCall(map, this, async (value, settings) => {
    await fn(value, settings);
    return kLeaveOut;
  }, options);
  for await (const _ of calls);
}

async function some(fn, options = undefined) {
  for await (const _ of FunctionPrototypeCall(filter, this, fn, options)) return true;
  return false;
}

async function every(fn, options = undefined) {
  checkFunction(fn);
  return !(await FunctionPrototypeCall(some, this, async (...args) => !(await fn(...args)), options));
}

async function find(fn, options) {
  for await (const value of FunctionPrototypeCall(filter, this, fn, options)) return value;
  return undefined;
}

async function toArray(options) {
  checkOptions(options);
  const values = [];
  for await (const value of this) {
    if (options?.signal?.aborted) throw new AbortError(undefined, { cause: options.signal.reason });
    ArrayPrototypePush(values, value);
  }
  return values;
}

function emptyWithoutInitialValue() {
  const error = new codes.ERR_MISSING_ARGS('reduce');
  error.message = 'Reduce of an empty stream requires an initial value';
  return error;
}

async function reduce(reducer, initialValue, options) {
  checkFunction(reducer, 'reducer');
  checkOptions(options);
  let hasValue = arguments.length > 1;
  let value = initialValue;
  const outer = options?.signal;
  if (outer?.aborted) {
    const error = new AbortError(undefined, { cause: outer.reason });
    this.once('error', () => {});  // it is thrown from here
    await finished(this.destroy(error));
    throw error;
  }
  const controller = new AbortController();
  const { signal } = controller;
  outer?.addEventListener('abort', () => controller.abort(), {
    __proto__: null, once: true, [kResistStopPropagation]: true,
  });
  try {
    for await (const next of this) {
      checkAborted(options);
      value = hasValue ? await reducer(value, next, { signal }) : next;
      hasValue = true;
    }
    if (!hasValue) throw emptyWithoutInitialValue();
  } finally {
    controller.abort();
  }
  return value;
}

module.exports = {
  // What these yield is read through a stream of its own.
  ofStreams: {
    __proto__: null,
    asIndexedPairs: deprecate(asIndexedPairs, 'readable.asIndexedPairs will be removed in a future version.'),
    drop, filter, flatMap, map, take, compose,
  },
  ofPromises: { __proto__: null, every, forEach, reduce, toArray, some, find },
};
