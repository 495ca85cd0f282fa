'use strict';

// Source: Node.js documentation "Events".

const {
  ArrayPrototypePush,
  ArrayPrototypeSlice,
  ArrayPrototypeSplice,
  ArrayPrototypeUnshift,
  Boolean,
  Error,
  FunctionPrototypeBind,
  FunctionPrototypeCall,
  NumberMAX_SAFE_INTEGER,
  ObjectDefineProperties,
  ObjectDefineProperty,
  ObjectGetPrototypeOf,
  ObjectSetPrototypeOf,
  PromiseReject,
  PromiseResolve,
  ReflectApply,
  ReflectOwnKeys,
  Symbol,
  SymbolAsyncIterator,
  SymbolFor,
} = primordials;
const {
  AbortError,
  codes: { ERR_INVALID_ARG_TYPE, ERR_UNHANDLED_ERROR },
} = require('internal/errors');
const {
  validateAbortSignal,
  validateBoolean,
  validateFunction,
  validateInteger,
  validateNumber,
  validateObject,
} = require('internal/validators');
const queueMicrotask = require('internal/process/queue_microtask');

const kCapture = Symbol('kCapture');
const kErrorMonitor = Symbol('events.errorMonitor');
const kShapeMode = Symbol('shapeMode');
const kMaxEventTargetListeners = Symbol('events.maxEventTargetListeners');
const kMaxEventTargetListenersWarned = Symbol('events.maxEventTargetListenersWarned');
const kRejection = SymbolFor('nodejs.rejection');

let defaultMaxListeners = 10;

function EventEmitter(options) {
  FunctionPrototypeCall(EventEmitter.init, this, options);
}
EventEmitter.prototype._events = undefined;
EventEmitter.prototype._eventsCount = 0;
EventEmitter.prototype._maxListeners = undefined;

ObjectDefineProperties(EventEmitter, {
  captureRejections: {
    __proto__: null,
    get() { return EventEmitter.prototype[kCapture]; },
    set(value) {
      validateBoolean(value, 'EventEmitter.captureRejections');
      EventEmitter.prototype[kCapture] = value;
    },
    enumerable: true,
  },
  captureRejectionSymbol: { __proto__: null, value: kRejection, enumerable: true },
  errorMonitor: { __proto__: null, value: kErrorMonitor, enumerable: true },
  defaultMaxListeners: {
    __proto__: null,
    enumerable: true,
    get() { return defaultMaxListeners; },
    set(value) {
      validateNumber(value, 'defaultMaxListeners', 0);
      defaultMaxListeners = value;
    },
  },
  kMaxEventTargetListeners: { __proto__: null, value: kMaxEventTargetListeners },
  kMaxEventTargetListenersWarned: { __proto__: null, value: kMaxEventTargetListenersWarned },
});
ObjectDefineProperty(EventEmitter.prototype, kCapture, {
  __proto__: null, value: false, writable: true, enumerable: false,
});

EventEmitter.init = function(options) {
  if (this._events === undefined || this._events === ObjectGetPrototypeOf(this)._events) {
    this._events = { __proto__: null };
    this._eventsCount = 0;
  }
  this._maxListeners ??= undefined;
  this[kShapeMode] = false;
  if (options?.captureRejections) {
    validateBoolean(options.captureRejections, 'options.captureRejections');
    this[kCapture] = Boolean(options.captureRejections);
  } else {
    this[kCapture] = EventEmitter.prototype[kCapture];
  }
};

EventEmitter.setMaxListeners = function(n = defaultMaxListeners, ...targets) {
  validateNumber(n, 'setMaxListeners', 0);
  if (targets.length === 0) {
    defaultMaxListeners = n;
    return;
  }
  const { EventTarget } = require('internal/event_target');
  for (let i = 0; i < targets.length; i++) {
    const target = targets[i];
    if (target instanceof EventTarget) {
      target[kMaxEventTargetListeners] = n;
      target[kMaxEventTargetListenersWarned] = false;
    } else if (typeof target?.setMaxListeners === 'function') {
      target.setMaxListeners(n);
    } else {
      throw new ERR_INVALID_ARG_TYPE('eventTargets', ['EventEmitter', 'EventTarget'], target);
    }
  }
};

EventEmitter.prototype.setMaxListeners = function setMaxListeners(n) {
  validateNumber(n, 'setMaxListeners', 0);
  this._maxListeners = n;
  return this;
};

function maxListenersOf(emitter) {
  return emitter._maxListeners === undefined ? defaultMaxListeners : emitter._maxListeners;
}

EventEmitter.prototype.getMaxListeners = function getMaxListeners() {
  return maxListenersOf(this);
};

// Emitting.

EventEmitter.prototype.emit = function emit(type, ...args) {
  const events = this._events;
  if (type === 'error') {
    if (events?.[kErrorMonitor] !== undefined) this.emit(kErrorMonitor, ...args);
    if (events?.error === undefined) throwUnhandled(args);
  }
  const handler = events?.[type];
  if (handler === undefined) return false;
  if (typeof handler === 'function') {
    call(this, handler, type, args);
    return true;
  }
  // A copy: what the listeners add or remove counts from the next emit on.
  const listeners = ArrayPrototypeSlice(handler);
  for (let i = 0; i < listeners.length; i++) call(this, listeners[i], type, args);
  return true;
};

function call(emitter, listener, type, args) {
  const result = ReflectApply(listener, emitter, args);
  if (result !== undefined && result !== null && emitter[kCapture]) {
    captureRejection(emitter, result, type, args);
  }
}

// An 'error' that nobody listens to is thrown.
function throwUnhandled(args) {
  const error = args.length > 0 ? args[0] : undefined;
  if (error instanceof Error) throw error;
  let shown;
  try {
    shown = require('internal/util/inspect').inspect(error);
  } catch {
    shown = error;
  }
  const wrapped = new ERR_UNHANDLED_ERROR(shown);
  wrapped.context = error;
  throw wrapped;
}

function captureRejection(emitter, result, type, args) {
  if (typeof result?.then !== 'function') return;
  ReflectApply(result.then, result, [undefined, (error) => {
    process.nextTick(emitCapturedRejection, emitter, error, type, args);
  }]);
}

function emitCapturedRejection(emitter, error, type, args) {
  if (typeof emitter[kRejection] === 'function') {
    emitter[kRejection](error, type, ...args);
    return;
  }
  // The 'error' listeners' own rejections must not come back here.
  const captures = emitter[kCapture];
  try {
    emitter[kCapture] = false;
    emitter.emit('error', error);
  } finally {
    emitter[kCapture] = captures;
  }
}

// Adding listeners.

function checkListener(listener) {
  validateFunction(listener, 'listener');
}

function add(emitter, type, listener, prepend) {
  checkListener(listener);
  let events = emitter._events;
  if (events === undefined) {
    events = emitter._events = { __proto__: null };
    emitter._eventsCount = 0;
  } else if (events.newListener !== undefined) {
    // Before it is added, so that a listener of 'newListener' may add its own first.
    emitter.emit('newListener', type, listener.listener ?? listener);
    events = emitter._events;
  }
  const existing = events[type];
  if (existing === undefined) {
    events[type] = listener;
    emitter._eventsCount++;
    return emitter;
  }
  let list = existing;
  if (typeof existing === 'function') {
    list = events[type] = prepend ? [listener, existing] : [existing, listener];
  } else if (prepend) {
    ArrayPrototypeUnshift(existing, listener);
  } else {
    ArrayPrototypePush(existing, listener);
  }
  const limit = maxListenersOf(emitter);
  if (limit > 0 && list.length > limit && !list.warned) warnOfLeak(emitter, type, list);
  return emitter;
}

function warnOfLeak(emitter, type, list) {
  list.warned = true;
  const { inspect } = require('internal/util/inspect');
  const warning = require('internal/errors').genericNodeError(
    `Possible EventEmitter memory leak detected. ${list.length} ${String(type)} listeners ` +
    `added to ${inspect(emitter, { depth: -1 })}. MaxListeners is ${maxListenersOf(emitter)}. ` +
    'Use emitter.setMaxListeners() to increase limit',
    { name: 'MaxListenersExceededWarning', emitter, type, count: list.length });
  process.emitWarning(warning);
}

EventEmitter.prototype.addListener = function addListener(type, listener) {
  return add(this, type, listener, false);
};
EventEmitter.prototype.on = EventEmitter.prototype.addListener;
EventEmitter.prototype.prependListener = function prependListener(type, listener) {
  return add(this, type, listener, true);
};

function onceWrapper(...args) {
  if (this.fired) return undefined;
  this.target.removeListener(this.type, this.wrapped);
  this.fired = true;
  return ReflectApply(this.listener, this.target, args);
}

function wrapOnce(target, type, listener) {
  const state = { fired: false, wrapped: undefined, target, type, listener };
  const wrapped = FunctionPrototypeBind(onceWrapper, state);
  wrapped.listener = listener;
  state.wrapped = wrapped;
  return wrapped;
}

EventEmitter.prototype.once = function once(type, listener) {
  checkListener(listener);
  this.on(type, wrapOnce(this, type, listener));
  return this;
};
EventEmitter.prototype.prependOnceListener = function prependOnceListener(type, listener) {
  checkListener(listener);
  this.prependListener(type, wrapOnce(this, type, listener));
  return this;
};

// Removing listeners.

function forgetType(emitter, type) {
  if (--emitter._eventsCount === 0) emitter._events = { __proto__: null };
  else delete emitter._events[type];
}

function is(candidate, listener) {
  return candidate === listener || candidate.listener === listener;
}

EventEmitter.prototype.removeListener = function removeListener(type, listener) {
  checkListener(listener);
  const list = this._events?.[type];
  if (list === undefined) return this;
  if (typeof list === 'function') {
    if (!is(list, listener)) return this;
    forgetType(this, type);
    if (this._events.removeListener) this.emit('removeListener', type, list.listener ?? listener);
    return this;
  }
  let position = list.length - 1;
  while (position >= 0 && !is(list[position], listener)) position--;
  if (position < 0) return this;
  ArrayPrototypeSplice(list, position, 1);
  if (list.length === 1) this._events[type] = list[0];
  if (this._events.removeListener !== undefined) this.emit('removeListener', type, listener);
  return this;
};
EventEmitter.prototype.off = EventEmitter.prototype.removeListener;

EventEmitter.prototype.removeAllListeners = function removeAllListeners(type) {
  const events = this._events;
  if (events === undefined) return this;
  if (events.removeListener === undefined) {
    if (arguments.length === 0) {
      this._events = { __proto__: null };
      this._eventsCount = 0;
    } else if (events[type] !== undefined) {
      forgetType(this, type);
    }
    return this;
  }
  // Somebody listens to 'removeListener': each has to be told of.
  if (arguments.length === 0) {
    const types = ReflectOwnKeys(events);
    for (let i = 0; i < types.length; i++) {
      if (types[i] !== 'removeListener') this.removeAllListeners(types[i]);
    }
    this.removeAllListeners('removeListener');
    this._events = { __proto__: null };
    this._eventsCount = 0;
    return this;
  }
  const listeners = events[type];
  if (typeof listeners === 'function') {
    this.removeListener(type, listeners);
  } else if (listeners !== undefined) {
    for (let i = listeners.length - 1; i >= 0; i--) this.removeListener(type, listeners[i]);
  }
  return this;
};

// Looking at listeners.

function listenersOf(emitter, type, unwrap) {
  const list = emitter._events?.[type];
  if (list === undefined) return [];
  const all = typeof list === 'function' ? [list] : ArrayPrototypeSlice(list);
  if (unwrap) for (let i = 0; i < all.length; i++) all[i] = all[i].listener ?? all[i];
  return all;
}

EventEmitter.prototype.listeners = function listeners(type) {
  return listenersOf(this, type, true);
};
EventEmitter.prototype.rawListeners = function rawListeners(type) {
  return listenersOf(this, type, false);
};

function listenerCount(type, listener) {
  const list = this._events?.[type];
  if (list === undefined) return 0;
  if (typeof list === 'function') return listener == null || is(list, listener) ? 1 : 0;
  if (listener == null) return list.length;
  let count = 0;
  for (let i = 0; i < list.length; i++) if (is(list[i], listener)) count++;
  return count;
}
EventEmitter.prototype.listenerCount = listenerCount;
EventEmitter.listenerCount = (emitter, type) => {
  if (typeof emitter.listenerCount === 'function') return emitter.listenerCount(type);
  return FunctionPrototypeCall(listenerCount, emitter, type);
};

EventEmitter.prototype.eventNames = function eventNames() {
  return this._eventsCount > 0 ? ReflectOwnKeys(this._events) : [];
};

EventEmitter.getEventListeners = function getEventListeners(target, type) {
  if (typeof target.listeners === 'function') return target.listeners(type);
  const { EventTarget, listenersOfTarget } = require('internal/event_target');
  if (target instanceof EventTarget) return listenersOfTarget(target, type);
  throw new ERR_INVALID_ARG_TYPE('emitter', ['EventEmitter', 'EventTarget'], target);
};

EventEmitter.getMaxListeners = function getMaxListeners(target) {
  if (typeof target?.getMaxListeners === 'function') return maxListenersOf(target);
  if (target?.[kMaxEventTargetListeners] !== undefined) return target[kMaxEventTargetListeners];
  throw new ERR_INVALID_ARG_TYPE('emitter', ['EventEmitter', 'EventTarget'], target);
};

EventEmitter.addAbortListener = function addAbortListener(signal, listener) {
  if (signal === undefined) throw new ERR_INVALID_ARG_TYPE('signal', 'AbortSignal', signal);
  validateAbortSignal(signal, 'signal');
  validateFunction(listener, 'listener');
  let dispose;
  if (signal.aborted) {
    queueMicrotask(() => listener());
  } else {
    signal.addEventListener('abort', listener, { __proto__: null, once: true });
    dispose = () => signal.removeEventListener('abort', listener);
  }
  return { __proto__: null, [require('internal/util').SymbolDispose]() { dispose?.(); } };
};

// Events as promises.

// Listens to an emitter or an event target alike.
function listen(target, name, listener, flags) {
  if (typeof target.on === 'function') {
    if (flags?.once) target.once(name, listener);
    else target.on(name, listener);
  } else if (typeof target.addEventListener === 'function') {
    target.addEventListener(name, listener, flags);
  } else {
    throw new ERR_INVALID_ARG_TYPE('emitter', ['EventEmitter', 'EventTarget'], target);
  }
}

function unlisten(target, name, listener) {
  if (typeof target.removeListener === 'function') target.removeListener(name, listener);
  else if (typeof target.removeEventListener === 'function') target.removeEventListener(name, listener);
  else throw new ERR_INVALID_ARG_TYPE('emitter', ['EventEmitter', 'EventTarget'], target);
}

function abortErrorOf(signal) {
  return new AbortError(undefined, { cause: signal?.reason });
}

EventEmitter.once = async function once(emitter, name, options = {}) {
  validateObject(options, 'options');
  const { signal } = options;
  validateAbortSignal(signal, 'options.signal');
  if (signal?.aborted) throw abortErrorOf(signal);
  return new Promise((resolve, reject) => {
    const stopListening = () => {
      unlisten(emitter, name, onEvent);
      if (name !== 'error' && typeof emitter.removeListener === 'function') {
        emitter.removeListener('error', onError);
      }
      signal?.removeEventListener('abort', onAbort);
    };
    const onEvent = (...args) => {
      stopListening();
      resolve(args);
    };
    const onError = (error) => {
      stopListening();
      reject(error);
    };
    const onAbort = () => {
      stopListening();
      reject(abortErrorOf(signal));
    };
    listen(emitter, name, onEvent, { __proto__: null, once: true });
    if (name !== 'error' && typeof emitter.once === 'function') emitter.once('error', onError);
    signal?.addEventListener('abort', onAbort, { __proto__: null, once: true });
  });
};

EventEmitter.on = function on(emitter, event, options = {}) {
  validateObject(options, 'options');
  const { signal, close: closeEvents } = options;
  validateAbortSignal(signal, 'options.signal');
  if (signal?.aborted) throw abortErrorOf(signal);
  const highWaterMark = options.highWaterMark ?? options.highWatermark ?? NumberMAX_SAFE_INTEGER;
  const lowWaterMark = options.lowWaterMark ?? options.lowWatermark ?? 1;
  validateInteger(highWaterMark, 'options.highWaterMark', 1);
  validateInteger(lowWaterMark, 'options.lowWaterMark', 1);

  const waiting = [];  // next() calls that no event has answered yet
  const unread = [];   // events that no next() has taken yet
  const listening = [];
  let paused = false;
  let failure;
  let finished = false;

  const add = (target, name, listener) => {
    listen(target, name, listener);
    ArrayPrototypePush(listening, [target, name, listener]);
  };
  const closeAll = () => {
    signal?.removeEventListener('abort', onAbort);
    for (let i = 0; i < listening.length; i++) ReflectApply(unlisten, undefined, listening[i]);
    listening.length = 0;
    finished = true;
    while (waiting.length > 0) shift(waiting).resolve({ value: undefined, done: true });
    return PromiseResolve({ value: undefined, done: true });
  };
  const onEvent = (...args) => {
    if (waiting.length > 0) {
      shift(waiting).resolve({ value: args, done: false });
      return;
    }
    ArrayPrototypePush(unread, args);
    if (!paused && unread.length > highWaterMark && typeof emitter.pause === 'function') {
      paused = true;
      emitter.pause();
    }
  };
  const onError = (error) => {
    if (waiting.length > 0) shift(waiting).reject(error);
    else failure = { error };
    closeAll();
  };
  const onAbort = () => onError(abortErrorOf(signal));

  add(emitter, event, onEvent);
  if (event !== 'error' && typeof emitter.on === 'function') add(emitter, 'error', onError);
  for (let i = 0; i < (closeEvents?.length ?? 0); i++) add(emitter, closeEvents[i], closeAll);
  signal?.addEventListener('abort', onAbort, { __proto__: null, once: true });

  return ObjectSetPrototypeOf({
    next() {
      if (unread.length > 0) {
        const value = shift(unread);
        if (paused && unread.length < lowWaterMark) {
          paused = false;
          emitter.resume();
        }
        return PromiseResolve({ value, done: false });
      }
      if (failure !== undefined) {
        const { error } = failure;
        failure = undefined;
        return PromiseReject(error);
      }
      if (finished) return closeAll();
      return new Promise((resolve, reject) => ArrayPrototypePush(waiting, { resolve, reject }));
    },
    return() {
      return closeAll();
    },
    throw(error) {
      if (!(error instanceof Error)) {
        throw new ERR_INVALID_ARG_TYPE('EventEmitter.AsyncIterator', 'Error', error);
      }
      onError(error);
    },
    [SymbolAsyncIterator]() {
      return this;
    },
  }, primordials.AsyncIteratorPrototype);
};

function shift(list) {
  return ArrayPrototypeSplice(list, 0, 1)[0];
}

ObjectDefineProperty(EventEmitter, 'EventEmitterAsyncResource', {
  __proto__: null,
  configurable: true,
  enumerable: true,
  get() { return require('internal/emitter_async_resource'); },
});
EventEmitter.EventEmitter = EventEmitter;
EventEmitter.usingDomains = false;

module.exports = EventEmitter;
