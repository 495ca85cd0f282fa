'use strict';

// Source: Node.js documentation "Timers", "Timers Promises API".

const {
  Promise,
  PromiseReject,
  PromisePrototypeFinally,
  Symbol,
} = primordials;
const { AbortError, codes: { ERR_ILLEGAL_CONSTRUCTOR, ERR_INVALID_THIS } } = require('internal/errors');
const { validateAbortSignal, validateBoolean, validateNumber, validateObject } = require('internal/validators');
const timers = require('timers');

const kEmpty = { __proto__: null };
const kScheduler = Symbol('kScheduler');

// The checked options, or the error they are wrong by: these functions reject, they never throw.
function optionsOf(options) {
  validateObject(options, 'options');
  const { signal, ref = true } = options;
  if (signal !== undefined) validateAbortSignal(signal, 'options.signal');
  validateBoolean(ref, 'options.ref');
  return { signal, ref };
}

// A promise for what `start(resolve)` brings, unless the signal aborts it first.
function abortable(signal, start, cancel) {
  let onAbort;
  const promise = new Promise((resolve, reject) => {
    const handle = start(resolve);
    if (!signal) return;
    onAbort = () => {
      cancel(handle);
      reject(new AbortError(undefined, { cause: signal.reason }));
    };
    signal.addEventListener('abort', onAbort, { __proto__: null, once: true });
  });
  return onAbort === undefined ? promise :
    PromisePrototypeFinally(promise, () => signal.removeEventListener('abort', onAbort));
}

function setTimeout(delay, value, options = kEmpty) {
  let checked;
  try {
    if (delay !== undefined) validateNumber(delay, 'delay');
    checked = optionsOf(options);
  } catch (error) {
    return PromiseReject(error);
  }
  const { signal, ref } = checked;
  if (signal?.aborted) return PromiseReject(new AbortError(undefined, { cause: signal.reason }));
  return abortable(signal, (resolve) => {
    const timer = timers.setTimeout(resolve, delay, value);
    if (!ref) timer.unref();
    return timer;
  }, timers.clearTimeout);
}

function setImmediate(value, options = kEmpty) {
  let checked;
  try {
    checked = optionsOf(options);
  } catch (error) {
    return PromiseReject(error);
  }
  const { signal, ref } = checked;
  if (signal?.aborted) return PromiseReject(new AbortError(undefined, { cause: signal.reason }));
  return abortable(signal, (resolve) => {
    const immediate = timers.setImmediate(resolve, value);
    if (!ref) immediate.unref();
    return immediate;
  }, timers.clearImmediate);
}

async function* setInterval(delay, value, options = kEmpty) {
  if (delay !== undefined) validateNumber(delay, 'delay');
  const { signal, ref } = optionsOf(options);
  if (signal?.aborted) throw new AbortError(undefined, { cause: signal.reason });
  let onAbort;
  let interval;
  try {
    let due = 0;
    let wake;
    interval = timers.setInterval(() => {
      due++;
      wake?.();
      wake = undefined;
    }, delay);
    if (!ref) interval.unref();
    if (signal) {
      onAbort = () => {
        timers.clearInterval(interval);
        wake?.(PromiseReject(new AbortError(undefined, { cause: signal.reason })));
        wake = undefined;
      };
      signal.addEventListener('abort', onAbort, { __proto__: null, once: true });
    }
    while (!signal?.aborted) {
      if (due === 0) await new Promise((resolve) => { wake = resolve; });
      for (; due > 0; due--) yield value;
    }
    throw new AbortError(undefined, { cause: signal.reason });
  } finally {
    timers.clearInterval(interval);
    signal?.removeEventListener('abort', onAbort);
  }
}

class Scheduler {
  constructor(permission) {
    if (permission !== kScheduler) throw new ERR_ILLEGAL_CONSTRUCTOR();
    this[kScheduler] = true;
  }
  yield() {
    if (!this[kScheduler]) throw new ERR_INVALID_THIS('Scheduler');
    return setImmediate();
  }
  wait(delay, options) {
    if (!this[kScheduler]) throw new ERR_INVALID_THIS('Scheduler');
    return setTimeout(delay, undefined, options);
  }
}

module.exports = {
  setTimeout,
  setImmediate,
  setInterval,
  scheduler: new Scheduler(kScheduler),
};
