'use strict';

// Source: Node.js documentation "Timers". The lists and the immediate queue are C++ (core/loop);
// here are the objects scripts hold.

const {
  ArrayPrototypeSlice,
  MathTrunc,
  NumberIsNaN,
  ObjectDefineProperty,
  ReflectApply,
  SymbolDispose,
  SymbolFor,
  SymbolToPrimitive,
} = primordials;
const {
  addImmediate,
  clearImmediate: clearNativeImmediate,
  create,
  destroy,
  isScheduled,
  now,
  schedule,
  setDispatchers,
  setImmediateRefed,
  setRefed,
  unschedule,
} = internalBinding('timers');
const { executionAsyncId, newAsyncId } = internalBinding('async_context');
const hooks = require('internal/async_hooks');

const kMaxDelayMs = 2 ** 31 - 1;
const kAsyncId = Symbol('asyncId');
const kTriggerId = Symbol('triggerId');
const kRefed = Symbol('refed');
const kHasPrimitive = Symbol('kHasPrimitive');

// Timers known by their number: setTimeout's result may be kept as `+timer`.
const knownByNumber = { __proto__: null };

function checkedDelay(delay) {
  delay *= 1;
  if (delay >= 1 && delay <= kMaxDelayMs) return delay;
  if (delay > kMaxDelayMs || NumberIsNaN(delay) || delay < 0) warnOfDelay(delay);
  return 1;
}

function warnOfDelay(delay) {
  if (delay > kMaxDelayMs) {
    process.emitWarning(
      `${delay} does not fit into a 32-bit signed integer.\nTimeout duration was set to 1.`,
      'TimeoutOverflowWarning');
  }
}

// What a waiting timer's neighbours look like to inspect: its list is C++.
class TimersList {
  [SymbolFor('nodejs.util.inspect.custom')]() {
    return '[TimersList]';
  }
}
const list = new TimersList();

class Timeout {
  #native = 0;

  constructor(callback, delay, args, repeats, refed) {
    this._idleTimeout = checkedDelay(delay);
    this._idlePrev = null;
    this._idleNext = null;
    this._idleStart = null;
    this._onTimeout = null;
    this._onTimeout = callback;
    this._timerArgs = args;
    this._repeat = repeats ? this._idleTimeout : null;
    this._destroyed = false;
    this[kRefed] = refed;
    this[kHasPrimitive] = false;
    this[kAsyncId] = newAsyncId();
    this[kTriggerId] = executionAsyncId();
    if (hooks.active) hooks.emit('init', this[kAsyncId], 'Timeout', this[kTriggerId], this);
  }

  static start(timer) {
    timer.#insert(-1);
    return timer;
  }

  static release(timer) {
    timer.#release();
  }

  // Puts the timer into its list, counted from startMs, or from now if that is -1.
  #insert(startMs) {
    if (this.#native === 0) {
      this.#native = create(this, this[kRefed] !== false, this[kAsyncId], this[kTriggerId]);
    }
    this._idlePrev = this._idleNext = list;
    this._idleStart = schedule(this.#native, MathTrunc(this._idleTimeout), startMs,
                               this._onTimeout, this._repeat !== null);
  }

  // Takes it out for good: it may still be set again by refresh().
  #release() {
    if (this.#native !== 0) {
      unschedule(this.#native);
      destroy(this.#native);
      this.#native = 0;
      if (hooks.active) hooks.destroy(this[kAsyncId]);
    }
    this._idlePrev = this._idleNext = null;
    this._destroyed = true;
  }

  static run(timer) {
    const callback = timer._onTimeout;
    if (!callback) return timer.#release();
    const startMs = timer._repeat ? now() : 0;
    timer._idlePrev = timer._idleNext = null;
    if (hooks.active) hooks.enter(timer[kAsyncId]);
    try {
      const args = timer._timerArgs;
      if (args === undefined) timer._onTimeout();
      else ReflectApply(callback, timer, args);
    } finally {
      timer.#afterRun(startMs);
    }
    if (hooks.active) hooks.leave(timer[kAsyncId]);
  }

  #afterRun(startMs) {
    if (this.#native === 0 || isScheduled(this.#native)) return;  // cleared, or refreshed
    if (this._repeat && this._idleTimeout !== -1) {
      this._idleTimeout = this._repeat;
      this.#insert(startMs);
    } else {
      this.#release();
    }
  }

  refresh() {
    if (this[kRefed] !== null && this._onTimeout) {
      this._destroyed = false;
      this.#insert(-1);
    }
    return this;
  }

  unref() {
    if (this[kRefed]) {
      this[kRefed] = false;
      if (this.#native !== 0) setRefed(this.#native, false);
    }
    return this;
  }

  ref() {
    if (this[kRefed] === false) {
      this[kRefed] = true;
      if (this.#native !== 0) setRefed(this.#native, true);
    }
    return this;
  }

  hasRef() {
    return !!this[kRefed];
  }

  close() {
    clearTimeout(this);
    return this;
  }

  [SymbolToPrimitive]() {
    const id = this[kAsyncId];
    if (!this[kHasPrimitive]) {
      this[kHasPrimitive] = true;
      knownByNumber[id] = this;
    }
    return id;
  }
}

class Immediate {
  #native;

  constructor(callback, args) {
    this._idleNext = null;
    this._idlePrev = null;
    this._onImmediate = callback;
    this._argv = args;
    this._destroyed = false;
    this[kRefed] = true;
    this[kAsyncId] = newAsyncId();
    this[kTriggerId] = executionAsyncId();
    this.#native = addImmediate(this, callback, this[kAsyncId], this[kTriggerId]);
    if (hooks.active) hooks.emit('init', this[kAsyncId], 'Immediate', this[kTriggerId], this);
  }

  static run(immediate) {
    const callback = immediate._onImmediate;
    immediate._destroyed = true;
    immediate[kRefed] = null;
    if (hooks.active) hooks.enter(immediate[kAsyncId]);
    try {
      const args = immediate._argv;
      if (args === undefined) immediate._onImmediate();
      else ReflectApply(callback, immediate, args);
    } finally {
      immediate._onImmediate = null;
      if (hooks.active) hooks.destroy(immediate[kAsyncId]);
    }
    if (hooks.active) hooks.leave(immediate[kAsyncId]);
  }

  static clear(immediate) {
    clearNativeImmediate(immediate.#native);
    immediate._destroyed = true;
    immediate[kRefed] = null;
    immediate._onImmediate = null;
    if (hooks.active) hooks.destroy(immediate[kAsyncId]);
  }

  ref() {
    if (this[kRefed] === false) {
      this[kRefed] = true;
      setImmediateRefed(this.#native, true);
    }
    return this;
  }

  unref() {
    if (this[kRefed] === true) {
      this[kRefed] = false;
      setImmediateRefed(this.#native, false);
    }
    return this;
  }

  hasRef() {
    return !!this[kRefed];
  }
}

setDispatchers(Timeout.run, Immediate.run);

function checkCallback(callback) {
  if (typeof callback !== 'function') {
    const { validateFunction } = require('internal/validators');
    validateFunction(callback, 'callback');
  }
}

function start(callback, delay, args, repeats) {
  checkCallback(callback);
  return Timeout.start(new Timeout(callback, delay, args, repeats, true));
}

// What is given beyond the first `taken` arguments, for the callback; undefined for nothing. (The
// functions declare some of these by name only because their `length` counts them in Node.)
function argumentsAfter(taken, given) {
  return given.length <= taken ? undefined : ArrayPrototypeSlice(given, taken);
}

function setTimeout(callback, after, arg1, arg2, arg3) {
  return start(callback, after, argumentsAfter(2, arguments), false);
}

function setInterval(callback, repeat, arg1, arg2, arg3) {
  return start(callback, repeat, argumentsAfter(2, arguments), true);
}

function clearTimeout(timer) {
  if (timer?._onTimeout) {
    timer._onTimeout = null;
    stop(timer);
    return;
  }
  if (typeof timer === 'number' || typeof timer === 'string') {
    const known = knownByNumber[timer];
    if (known !== undefined) {
      known._onTimeout = null;
      stop(known);
    }
  }
}

function stop(timer) {
  if (timer[kHasPrimitive]) delete knownByNumber[timer[kAsyncId]];
  if (timer instanceof Timeout) Timeout.release(timer);
  timer._idleTimeout = -1;
}

function clearInterval(timer) {
  clearTimeout(timer);
}

function setImmediate(callback, arg1, arg2, arg3) {
  checkCallback(callback);
  return new Immediate(callback, argumentsAfter(1, arguments));
}

function clearImmediate(immediate) {
  if (!immediate?._onImmediate || immediate._destroyed) return;
  if (immediate instanceof Immediate) Immediate.clear(immediate);
}

if (SymbolDispose) {
  ObjectDefineProperty(Timeout.prototype, SymbolDispose, {
    __proto__: null, writable: true, configurable: true, value() { clearTimeout(this); },
  });
  ObjectDefineProperty(Immediate.prototype, SymbolDispose, {
    __proto__: null, writable: true, configurable: true, value() { clearImmediate(this); },
  });
}

function definePromisified(target, name) {
  ObjectDefineProperty(target, Symbol.for('nodejs.util.promisify.custom'), {
    __proto__: null,
    enumerable: true,
    get() { return require('timers/promises')[name]; },
  });
}
definePromisified(setTimeout, 'setTimeout');
definePromisified(setImmediate, 'setImmediate');

module.exports = {
  setTimeout,
  clearTimeout,
  setImmediate,
  clearImmediate,
  setInterval,
  clearInterval,
};
ObjectDefineProperty(module.exports, 'promises', {
  __proto__: null,
  configurable: true,
  enumerable: true,
  get() { return require('timers/promises'); },
});

let legacy;
function defineLegacy(name) {
  ObjectDefineProperty(module.exports, name, {
    __proto__: null,
    configurable: true,
    enumerable: true,
    get() {
      legacy ??= require('internal/timers_legacy').legacyFunctions({
        isTimeout: (value) => value instanceof Timeout, release: Timeout.release, setTimeout,
      });
      return legacy[name];
    },
  });
}
defineLegacy('_unrefActive');
defineLegacy('active');
defineLegacy('enroll');
defineLegacy('unenroll');
