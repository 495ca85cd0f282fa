'use strict';

// Events as promises and as an async iterator. Source: Node.js documentation "Events", events.once and
// events.on.

const {
  ArrayPrototypeForEach,
  ArrayPrototypePush,
  AsyncIteratorPrototype,
  Error,
  NumberMAX_SAFE_INTEGER,
  ObjectSetPrototypeOf,
  Promise,
  PromiseReject,
  PromiseResolve,
  SymbolAsyncIterator,
  SymbolFor,
} = primordials;
const { AbortError, codes: { ERR_INVALID_ARG_TYPE } } = require('internal/errors');
const { validateAbortSignal, validateInteger, validateObject } = require('internal/validators');
const { addAbortListener, kMaxEventTargetListeners } = require('events');
const { SymbolDispose } = require('internal/util');

// An option: the iterator gives the first argument of each event, not a list of them.
const kFirstEventParam = SymbolFor('nodejs.kFirstEventParam');

// What a stream may look at to slow its source down.
const kWatermarkData = SymbolFor('nodejs.watermarkData');

// Listens to an emitter or an event target alike.
function listen(target, name, listener, flags) {
  if (typeof target.on === 'function') {
    if (flags?.once) target.once(name, listener);
    else target.on(name, listener);
  } else if (typeof target.addEventListener === 'function') {
    target.addEventListener(name, listener, flags);
  } else {
    throw new ERR_INVALID_ARG_TYPE('emitter', 'EventEmitter', target);
  }
}

function unlisten(target, name, listener, flags) {
  if (typeof target.removeListener === 'function') {
    target.removeListener(name, listener);
  } else if (typeof target.removeEventListener === 'function') {
    target.removeEventListener(name, listener, flags);
  } else {
    throw new ERR_INVALID_ARG_TYPE('emitter', 'EventEmitter', target);
  }
}

function abortErrorOf(signal) {
  return new AbortError(undefined, { cause: signal?.reason });
}

async function once(emitter, name, options = {}) {
  validateObject(options, 'options');
  const { signal } = options;
  validateAbortSignal(signal, 'options.signal');
  if (signal?.aborted) throw abortErrorOf(signal);
  return new Promise((resolve, reject) => {
    const onEvent = (...args) => {
      if (typeof emitter.removeListener === 'function') emitter.removeListener('error', onError);
      signal?.removeEventListener('abort', onAbort);
      resolve(args);
    };
    const onError = (error) => {
      emitter.removeListener(name, onEvent);
      signal?.removeEventListener('abort', onAbort);
      reject(error);
    };
    const onAbort = () => {
      unlisten(emitter, name, onEvent);
      unlisten(emitter, 'error', onError);
      reject(abortErrorOf(signal));
    };
    listen(emitter, name, onEvent, { __proto__: null, once: true });
    if (name !== 'error' && typeof emitter.once === 'function') emitter.once('error', onError);
    signal?.addEventListener('abort', onAbort, { __proto__: null, once: true });
  });
}

// First in, first out, without moving what is left at each shift.
class Fifo {
  #items = [];
  #start = 0;

  get length() {
    return this.#items.length - this.#start;
  }

  push(item) {
    ArrayPrototypePush(this.#items, item);
  }

  shift() {
    const item = this.#items[this.#start];
    this.#items[this.#start++] = undefined;
    if (this.#start === this.#items.length) {
      this.#items = [];
      this.#start = 0;
    }
    return item;
  }
}

// What connects the listeners of on() with its iterator.
class EventQueue {
  unread = new Fifo();   // events that no next() has taken yet
  waiting = new Fifo();  // next() calls that no event has answered yet
  listening = [];
  paused = false;
  failure = undefined;
  finished = false;

  constructor(emitter, highWaterMark, lowWaterMark) {
    this.emitter = emitter;
    this.highWaterMark = highWaterMark;
    this.lowWaterMark = lowWaterMark;
  }

  listen(target, name, listener) {
    listen(target, name, listener);
    ArrayPrototypePush(this.listening, { __proto__: null, target, name, listener });
  }

  take(value) {
    if (this.waiting.length > 0) {
      this.waiting.shift().resolve({ value, done: false });
      return;
    }
    this.unread.push(value);
    if (!this.paused && this.unread.length > this.highWaterMark) {
      this.paused = true;
      this.emitter.pause();
    }
  }

  fail(error) {
    if (this.waiting.length > 0) this.waiting.shift().reject(error);
    else this.failure = { error };
    this.close();
  }

  close() {
    this.disposeAbort?.();
    ArrayPrototypeForEach(this.listening, ({ target, name, listener }) => {
      unlisten(target, name, listener);
    });
    this.listening = [];
    this.finished = true;
    while (this.waiting.length > 0) this.waiting.shift().resolve({ value: undefined, done: true });
    return PromiseResolve({ value: undefined, done: true });
  }

  next() {
    if (this.unread.length > 0) {
      const value = this.unread.shift();
      if (this.paused && this.unread.length < this.lowWaterMark) {
        this.emitter.resume();
        this.paused = false;
      }
      return PromiseResolve({ value, done: false });
    }
    if (this.failure !== undefined) {
      const { error } = this.failure;
      this.failure = undefined;
      return PromiseReject(error);
    }
    if (this.finished) return this.close();
    return new Promise((resolve, reject) => {
      this.waiting.push({ __proto__: null, resolve, reject });
    });
  }
}

function on(emitter, event, options = {}) {
  validateObject(options, 'options');
  const { signal } = options;
  validateAbortSignal(signal, 'options.signal');
  if (signal?.aborted) throw abortErrorOf(signal);
  // The other spelling is of older versions, and still taken.
  const highWaterMark = options.highWaterMark ?? options.highWatermark ?? NumberMAX_SAFE_INTEGER;
  const lowWaterMark = options.lowWaterMark ?? options.lowWatermark ?? 1;
  validateInteger(highWaterMark, 'options.highWaterMark', 1);
  validateInteger(lowWaterMark, 'options.lowWaterMark', 1);
  const queue = new EventQueue(emitter, highWaterMark, lowWaterMark);

  const iterator = ObjectSetPrototypeOf({
    next() {
      return queue.next();
    },
    return() {
      return queue.close();
    },
    throw(error) {
      if (!error || !(error instanceof Error)) {
        throw new ERR_INVALID_ARG_TYPE('EventEmitter.AsyncIterator', 'Error', error);
      }
      queue.fail(error);
    },
    [SymbolAsyncIterator]() {
      return this;
    },
    [kWatermarkData]: {
      get size() { return queue.unread.length; },
      get low() { return lowWaterMark; },
      get high() { return highWaterMark; },
      get isPaused() { return queue.paused; },
    },
  }, AsyncIteratorPrototype);

  queue.listen(emitter, event, options[kFirstEventParam] ? (value) => queue.take(value) :
    (...args) => queue.take(args));
  if (event !== 'error' && typeof emitter.on === 'function') {
    queue.listen(emitter, 'error', (error) => queue.fail(error));
  }
  const closing = options.close;
  if (closing?.length) {
    ArrayPrototypeForEach(closing, (name) => queue.listen(emitter, name, () => queue.close()));
  }
  if (signal) {
    const { [SymbolDispose]: dispose } = addAbortListener(signal, () => queue.fail(abortErrorOf(signal)));
    queue.disposeAbort = dispose;
  }
  return iterator;
}

module.exports = { kFirstEventParam, on, once };
