'use strict';

// AbortController and AbortSignal. Source: DOM Standard, section 3; Node.js documentation "Globals".

const {
  ObjectDefineProperties,
  ObjectDefineProperty,
  SafeSet,
  Symbol,
  SymbolToStringTag,
} = primordials;
const { Event, EventTarget, defineEventHandler, kTrustEvent } = require('internal/event_target');
const { oneLevelDown } = require('internal/event');
const { codes: { ERR_ILLEGAL_CONSTRUCTOR, ERR_INVALID_THIS } } = require('internal/errors');
const { customInspectSymbol, kEnumerableProperty } = require('internal/util');
const { validateAbortSignalArray, validateUint32 } = require('internal/validators');

// Given by our own code only: scripts may not construct a signal.
const kMaySignal = Symbol('kMaySignal');
// Assigned by the class below: { aborted, reason, sources, dependents } of a signal. `sources` is
// undefined but for a signal that any() made; such a signal is never a source itself, its sources are.
let stateOf;

function domException(message, name) {
  const { DOMException } = require('internal/domexception');
  return new DOMException(message, name);
}

function shownAs(self, fields, depth, options, inspect) {
  return depth < 0 ? self : `${self.constructor.name} ${inspect(fields, oneLevelDown(options))}`;
}

class AbortSignal extends EventTarget {
  #state = { __proto__: null, aborted: false, reason: undefined, sources: undefined, dependents: undefined };

  constructor(permission = undefined) {
    if (permission !== kMaySignal) throw new ERR_ILLEGAL_CONSTRUCTOR();
    super();
  }

  static {
    stateOf = (value) => {
      if (typeof value !== 'object' || value === null || !(#state in value))
        throw new ERR_INVALID_THIS('AbortSignal');
      return value.#state;
    };
  }

  get aborted() {
    return stateOf(this).aborted;
  }

  get reason() {
    return stateOf(this).reason;
  }

  throwIfAborted() {
    const { aborted, reason } = stateOf(this);
    if (aborted) throw reason;
  }

  [customInspectSymbol](depth, options, inspect) {
    return shownAs(this, { aborted: this.aborted }, depth, options, inspect);
  }

  static abort(reason = domException('This operation was aborted', 'AbortError')) {
    return settled(reason);
  }

  static timeout(delay) {
    validateUint32(delay, 'delay', false);
    const signal = new AbortSignal(kMaySignal);
    require('timers').setTimeout(() => {
      abort(signal, domException('The operation was aborted due to timeout', 'TimeoutError'));
    }, delay).unref();
    return signal;
  }

  static any(signals) {
    validateAbortSignalArray(signals, 'signals');
    const result = new AbortSignal(kMaySignal);
    for (let i = 0; i < signals.length; i++) {
      const { aborted, reason } = stateOf(signals[i]);
      if (aborted) return settled(reason);
    }
    stateOf(result).sources = new SafeSet();
    for (let i = 0; i < signals.length; i++) follow(result, signals[i]);
    return result;
  }
}
ObjectDefineProperty(AbortSignal.prototype, 'aborted', kEnumerableProperty);
ObjectDefineProperty(AbortSignal.prototype, SymbolToStringTag, {
  __proto__: null, configurable: true, enumerable: false, value: 'AbortSignal', writable: false,
});
defineEventHandler(AbortSignal.prototype, 'abort');

function settled(reason) {
  const signal = new AbortSignal(kMaySignal);
  const state = stateOf(signal);
  state.aborted = true;
  state.reason = reason;
  return signal;
}

// Source: DOM Standard, "create a dependent abort signal".
function follow(dependent, signal) {
  const { sources } = stateOf(signal);
  if (sources === undefined) {
    stateOf(dependent).sources.add(signal);
    (stateOf(signal).dependents ??= new SafeSet()).add(dependent);
  } else {
    sources.forEach((source) => follow(dependent, source));
  }
}

// Fires the signal's own listeners first, then its dependents'.
function abort(signal, reason) {
  const state = stateOf(signal);
  if (state.aborted) return;
  state.aborted = true;
  state.reason = reason;
  signal.dispatchEvent(new Event('abort', { [kTrustEvent]: true }));
  state.dependents?.forEach((dependent) => abort(dependent, reason));
}

class AbortController {
  #signal;

  get signal() {
    this.#signal ??= new AbortSignal(kMaySignal);
    return this.#signal;
  }

  abort(reason = domException('This operation was aborted', 'AbortError')) {
    this.#signal ??= new AbortSignal(kMaySignal);
    abort(this.#signal, reason);
  }

  [customInspectSymbol](depth, options, inspect) {
    return shownAs(this, { signal: this.signal }, depth, options, inspect);
  }
}
ObjectDefineProperties(AbortController.prototype, {
  signal: kEnumerableProperty,
  abort: kEnumerableProperty,
});
ObjectDefineProperty(AbortController.prototype, SymbolToStringTag, {
  __proto__: null, configurable: true, enumerable: false, value: 'AbortController', writable: false,
});

module.exports = { AbortController, AbortSignal };
