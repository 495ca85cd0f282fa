'use strict';

// AbortController and AbortSignal. Source: DOM Standard, section 3; Node.js documentation "Globals".

const {
  ArrayPrototypePush,
  ObjectDefineProperties,
  ObjectDefineProperty,
  SafeArrayIterator,
  SafeWeakMap,
  Symbol,
  SymbolToStringTag,
} = primordials;
const { Event, EventTarget, defineEventHandler, kTrustEvent } = require('internal/event_target');
const { codes: { ERR_ILLEGAL_CONSTRUCTOR, ERR_INVALID_THIS } } = require('internal/errors');
const { customInspectSymbol, kEnumerableProperty } = require('internal/util');
const { validateAbortSignal, validateAbortSignalArray, validateUint32 } = require('internal/validators');

// Given by our own code only: scripts may not construct a signal.
const kMaySignal = Symbol('kMaySignal');
// signal -> { aborted, reason, dependents }
const states = new SafeWeakMap();

function stateOf(signal) {
  const state = states.get(signal);
  if (state === undefined) throw new ERR_INVALID_THIS('AbortSignal');
  return state;
}

function domException(message, name) {
  const { DOMException } = require('internal/domexception');
  return new DOMException(message, name);
}

function shownAs(self, fields, depth, options, inspect) {
  const name = self.constructor.name;
  if (depth < 0) return name;
  return `${name} ${inspect(fields, {
    ...options, depth: options.depth == null ? null : options.depth - 1,
  })}`;
}

class AbortSignal extends EventTarget {
  constructor(permission) {
    if (permission !== kMaySignal) throw new ERR_ILLEGAL_CONSTRUCTOR();
    super();
    states.set(this, { aborted: false, reason: undefined, dependents: [] });
  }

  get aborted() { return stateOf(this).aborted; }
  get reason() { return stateOf(this).reason; }

  throwIfAborted() {
    const state = stateOf(this);
    if (state.aborted) throw state.reason;
  }

  [customInspectSymbol](depth, options, inspect) {
    return shownAs(this, { aborted: this.aborted }, depth, options, inspect);
  }

  static abort(reason = domException('This operation was aborted', 'AbortError')) {
    const signal = new AbortSignal(kMaySignal);
    const state = stateOf(signal);
    state.aborted = true;
    state.reason = reason;
    return signal;
  }

  static timeout(delay) {
    validateUint32(delay, 'delay', false);
    const signal = new AbortSignal(kMaySignal);
    const { setTimeout } = require('timers');
    setTimeout(() => {
      abort(signal, domException('The operation was aborted due to timeout', 'TimeoutError'));
    }, delay).unref();
    return signal;
  }

  static any(signals) {
    validateAbortSignalArray(signals, 'signals');
    const result = new AbortSignal(kMaySignal);
    for (const signal of new SafeArrayIterator(signals)) {
      validateAbortSignal(signal, 'signals');
      if (signal.aborted) {
        abort(result, signal.reason);
        return result;
      }
    }
    for (const signal of new SafeArrayIterator(signals)) {
      ArrayPrototypePush(stateOf(signal).dependents, result);
    }
    return result;
  }
}
ObjectDefineProperties(AbortSignal.prototype, { aborted: kEnumerableProperty, reason: kEnumerableProperty });
ObjectDefineProperty(AbortSignal.prototype, SymbolToStringTag, {
  __proto__: null, configurable: true, enumerable: false, value: 'AbortSignal', writable: false,
});
defineEventHandler(AbortSignal.prototype, 'abort');

// Marks the signal and all that depend on it, then fires the events, each signal's own first.
function abort(signal, reason) {
  const state = stateOf(signal);
  if (state.aborted) return;
  state.aborted = true;
  state.reason = reason;
  signal.dispatchEvent(new Event('abort', { [kTrustEvent]: true }));
  for (const dependent of new SafeArrayIterator(state.dependents)) abort(dependent, reason);
}

class AbortController {
  #signal;

  get signal() {
    if (!(#signal in this)) throw new ERR_INVALID_THIS('AbortController');
    return (this.#signal ??= new AbortSignal(kMaySignal));
  }

  abort(reason = domException('This operation was aborted', 'AbortError')) {
    abort(this.signal, reason);
  }

  [customInspectSymbol](depth, options, inspect) {
    return shownAs(this, { signal: this.signal }, depth, options, inspect);
  }
}
ObjectDefineProperties(AbortController.prototype, { signal: kEnumerableProperty, abort: kEnumerableProperty });
ObjectDefineProperty(AbortController.prototype, SymbolToStringTag, {
  __proto__: null, configurable: true, enumerable: false, value: 'AbortController', writable: false,
});

module.exports = { AbortController, AbortSignal };
