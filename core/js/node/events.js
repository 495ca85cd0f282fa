'use strict';

// Source: Node.js documentation "Events". once() and on() are in internal/events_as_promises.js.

const {
  ArrayPrototypePush,
  ArrayPrototypeSlice,
  ArrayPrototypeSplice,
  ArrayPrototypeUnshift,
  Boolean,
  Error,
  FunctionPrototypeBind,
  FunctionPrototypeCall,
  ObjectDefineProperties,
  ObjectDefineProperty,
  ObjectGetPrototypeOf,
  ReflectApply,
  ReflectOwnKeys,
  String,
  Symbol,
  SymbolFor,
} = primordials;
const { codes } = require('internal/errors');
const { captureRejection, kCapture, kRejection } = require('internal/capture_rejection');
const { validateAbortSignal, validateBoolean, validateFunction, validateNumber } =
  require('internal/validators');

const kErrorMonitor = Symbol('events.errorMonitor');
const kShapeMode = Symbol('shapeMode');
const kMaxEventTargetListeners = Symbol('events.maxEventTargetListeners');
const kMaxEventTargetListenersWarned = Symbol('events.maxEventTargetListenersWarned');

let defaultMaxListeners = 10;

function EventEmitter(options) {
  FunctionPrototypeCall(EventEmitter.init, this, options);
}
module.exports = EventEmitter;

EventEmitter.prototype._events = undefined;
EventEmitter.prototype._eventsCount = 0;
EventEmitter.prototype._maxListeners = undefined;
ObjectDefineProperty(EventEmitter.prototype, kCapture, {
  __proto__: null, value: false, writable: true, enumerable: false,
});

function init(options) {
  const isFresh = this._events === undefined || this._events === ObjectGetPrototypeOf(this)._events;
  if (isFresh) {
    this._events = { __proto__: null };
    this._eventsCount = 0;
  }
  this._maxListeners ||= undefined;
  this[kShapeMode] = !isFresh;
  if (options?.captureRejections) {
    validateBoolean(options.captureRejections, 'options.captureRejections');
    this[kCapture] = Boolean(options.captureRejections);
  } else {
    this[kCapture] = EventEmitter.prototype[kCapture];
  }
}

// Emitting.

EventEmitter.prototype.emit = function emit(type, ...args) {
  const events = this._events;
  if (type === 'error') {
    if (events !== undefined && events[kErrorMonitor] !== undefined) this.emit(kErrorMonitor, ...args);
    if (events === undefined || events.error === undefined) throwUnhandled(this, args, emit);
  } else if (events === undefined) {
    return false;
  }
  const handler = events[type];
  if (handler === undefined) return false;
  if (typeof handler === 'function') {
    const result = ReflectApply(handler, this, args);
    if (result !== undefined && result !== null) captureRejection(this, result, type, args);
    return true;
  }
  // A copy: what the listeners add or remove counts from the next emit on.
  const listeners = ArrayPrototypeSlice(handler);
  for (let i = 0; i < listeners.length; i++) {
    const result = ReflectApply(listeners[i], this, args);
    if (result !== undefined && result !== null) captureRejection(this, result, type, args);
  }
  return true;
};

// An 'error' that nobody listens to is thrown.
function throwUnhandled(emitter, args, emit) {
  const error = args.length > 0 ? args[0] : undefined;
  if (error instanceof Error) {
    require('internal/emitted_at').remember(error, emitter, emit);
    throw error;
  }
  let shown;
  try {
    shown = require('internal/util/inspect').inspect(error);
  } catch {
    shown = error;
  }
  const wrapped = new codes.ERR_UNHANDLED_ERROR(shown);
  wrapped.context = error;
  throw wrapped;
}

// Adding listeners.

function add(emitter, type, listener, prepend) {
  if (typeof listener !== 'function') validateFunction(listener, 'listener');
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
    ++emitter._eventsCount;
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
  const most = maxListenersOf(emitter);
  if (most > 0 && list.length > most && !list.warned) warnOfLeak(emitter, type, list, most);
  return emitter;
}

function warnOfLeak(emitter, type, list, most) {
  list.warned = true;
  const { inspect } = require('internal/util/inspect');
  const warning = new Error(
    `Possible EventEmitter memory leak detected. ${list.length} ${String(type)} listeners ` +
    `added to ${inspect(emitter, { depth: -1 })}. MaxListeners is ${most}. ` +
    'Use emitter.setMaxListeners() to increase limit');
  warning.name = 'MaxListenersExceededWarning';
  warning.emitter = emitter;
  warning.type = type;
  warning.count = list.length;
  process.emitWarning(warning);
}

function onceWrapper() {
  if (this.fired) return undefined;
  this.target.removeListener(this.type, this.wrapped);
  this.fired = true;
  return ReflectApply(this.listener, this.target, arguments);
}

function wrapOnce(target, type, listener) {
  const state = { fired: false, wrapped: undefined, target, type, listener };
  const wrapped = FunctionPrototypeBind(onceWrapper, state);
  wrapped.listener = listener;
  state.wrapped = wrapped;
  return wrapped;
}

// Removing listeners.

function is(candidate, listener) {
  return candidate === listener || candidate.listener === listener;
}

// Takes out the last listener of a type. An object that had listeners before it was initialised keeps
// its table in shape ("shape mode").
function forgetType(emitter, events, type) {
  emitter._eventsCount -= 1;
  if (emitter[kShapeMode]) events[type] = undefined;
  else if (emitter._eventsCount === 0) emitter._events = { __proto__: null };
  else delete events[type];
}

function forgetAll(emitter) {
  emitter._events = { __proto__: null };
  emitter._eventsCount = 0;
}

function removeListener(type, listener) {
  if (typeof listener !== 'function') validateFunction(listener, 'listener');
  const events = this._events;
  const list = events?.[type];
  if (list === undefined) return this;
  if (typeof list === 'function') {
    if (!is(list, listener)) return this;
    forgetType(this, events, type);
    if (this._events === events && events.removeListener) {
      this.emit('removeListener', type, list.listener ?? listener);
    }
    return this;
  }
  let position = list.length - 1;
  while (position >= 0 && !is(list[position], listener)) position--;
  if (position < 0) return this;
  ArrayPrototypeSplice(list, position, 1);
  if (list.length === 1) events[type] = list[0];
  if (events.removeListener !== undefined) this.emit('removeListener', type, listener);
  return this;
}

// When somebody listens to 'removeListener', each has to be told of.
function removeEach(emitter, events) {
  const types = ReflectOwnKeys(events);
  for (let i = 0; i < types.length; i++) {
    if (types[i] !== 'removeListener') emitter.removeAllListeners(types[i]);
  }
  emitter.removeAllListeners('removeListener');
  forgetAll(emitter);
}

// Looking at listeners.

function listenersOf(emitter, type, unwrap) {
  const list = emitter._events?.[type];
  if (list === undefined) return [];
  const all = typeof list === 'function' ? [list] : ArrayPrototypeSlice(list);
  if (unwrap) for (let i = 0; i < all.length; i++) all[i] = all[i].listener ?? all[i];
  return all;
}

function listenerCount(type, listener) {
  const list = this._events?.[type];
  if (list === undefined) return 0;
  const wantsAll = listener === undefined || listener === null;
  if (typeof list === 'function') return wantsAll || is(list, listener) ? 1 : 0;
  if (wantsAll) return list.length;
  let count = 0;
  for (let i = 0; i < list.length; i++) if (is(list[i], listener)) count++;
  return count;
}

function maxListenersOf(emitter) {
  return emitter._maxListeners === undefined ? defaultMaxListeners : emitter._maxListeners;
}

EventEmitter.prototype.setMaxListeners = function setMaxListeners(n) {
  validateNumber(n, 'setMaxListeners', 0);
  this._maxListeners = n;
  return this;
};
EventEmitter.prototype.getMaxListeners = function getMaxListeners() {
  return maxListenersOf(this);
};
EventEmitter.prototype.addListener = function addListener(type, listener) {
  return add(this, type, listener, false);
};
EventEmitter.prototype.on = EventEmitter.prototype.addListener;
EventEmitter.prototype.prependListener = function prependListener(type, listener) {
  return add(this, type, listener, true);
};
EventEmitter.prototype.once = function once(type, listener) {
  if (typeof listener !== 'function') validateFunction(listener, 'listener');
  this.on(type, wrapOnce(this, type, listener));
  return this;
};
EventEmitter.prototype.prependOnceListener = function prependOnceListener(type, listener) {
  if (typeof listener !== 'function') validateFunction(listener, 'listener');
  this.prependListener(type, wrapOnce(this, type, listener));
  return this;
};
EventEmitter.prototype.removeListener = removeListener;
EventEmitter.prototype.off = removeListener;
EventEmitter.prototype.removeAllListeners = function removeAllListeners(type) {
  const events = this._events;
  if (events === undefined) return this;
  if (events.removeListener === undefined) {
    if (arguments.length === 0) forgetAll(this);
    else if (events[type] !== undefined) forgetType(this, events, type);
    this[kShapeMode] = false;
    return this;
  }
  if (arguments.length === 0) {
    removeEach(this, events);
    this[kShapeMode] = false;
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
EventEmitter.prototype.listeners = function listeners(type) {
  return listenersOf(this, type, true);
};
EventEmitter.prototype.rawListeners = function rawListeners(type) {
  return listenersOf(this, type, false);
};
EventEmitter.prototype.listenerCount = listenerCount;
EventEmitter.prototype.eventNames = function eventNames() {
  return this._eventsCount > 0 ? ReflectOwnKeys(this._events) : [];
};

// Functions of the module.

function setMaxListeners(n, ...targets) {
  validateNumber(n, 'setMaxListeners', 0);
  if (targets.length === 0) {
    defaultMaxListeners = n;
    return;
  }
  for (let i = 0; i < targets.length; i++) {
    const target = targets[i];
    if (target?.[kMaxEventTargetListeners] !== undefined) {
      target[kMaxEventTargetListeners] = n;
      target[kMaxEventTargetListenersWarned] = false;
    } else if (typeof target.setMaxListeners === 'function') {
      target.setMaxListeners(n);
    } else {
      throw new codes.ERR_INVALID_ARG_TYPE('eventTargets', ['EventEmitter', 'EventTarget'], target);
    }
  }
}

function getEventListeners(target, type) {
  if (typeof target.listeners === 'function') return target.listeners(type);
  const { EventTarget, listenersOfTarget } = require('internal/event_target');
  if (target instanceof EventTarget) return listenersOfTarget(target, type);
  throw new codes.ERR_INVALID_ARG_TYPE('emitter', ['EventEmitter', 'EventTarget'], target);
}

function getMaxListeners(target) {
  if (typeof target?.getMaxListeners === 'function') return maxListenersOf(target);
  if (typeof target?.[kMaxEventTargetListeners] === 'number') return target[kMaxEventTargetListeners];
  throw new codes.ERR_INVALID_ARG_TYPE('emitter', ['EventEmitter', 'EventTarget'], target);
}

function addAbortListener(signal, listener) {
  if (signal === undefined) throw new codes.ERR_INVALID_ARG_TYPE('signal', 'AbortSignal', signal);
  validateAbortSignal(signal, 'signal');
  validateFunction(listener, 'listener');
  let stopListening;
  if (signal.aborted) {
    require('internal/process/queue_microtask')(() => listener());
  } else {
    const { kResistStopPropagation } = require('internal/event_target');
    signal.addEventListener('abort', listener, {
      __proto__: null, once: true, [kResistStopPropagation]: true,
    });
    stopListening = () => signal.removeEventListener('abort', listener);
  }
  return {
    __proto__: null,
    [require('internal/util').SymbolDispose]() { stopListening?.(); },
  };
}

function defineLazily(name, load) {
  ObjectDefineProperty(EventEmitter, name, {
    __proto__: null, configurable: true, enumerable: true, get: load, set: undefined,
  });
}

const asPromises = () => require('internal/events_as_promises');

EventEmitter.addAbortListener = addAbortListener;
EventEmitter.once = function once(emitter, name, options = undefined) {
  return asPromises().once(emitter, name, options);
};
EventEmitter.on = function on(emitter, event, options = undefined) {
  return asPromises().on(emitter, event, options);
};
EventEmitter.getEventListeners = getEventListeners;
EventEmitter.getMaxListeners = getMaxListeners;
EventEmitter.EventEmitter = EventEmitter;
EventEmitter.usingDomains = false;
EventEmitter.captureRejectionSymbol = kRejection;
ObjectDefineProperty(EventEmitter, 'captureRejections', {
  __proto__: null,
  enumerable: true,
  get() { return EventEmitter.prototype[kCapture]; },
  set(value) {
    validateBoolean(value, 'EventEmitter.captureRejections');
    EventEmitter.prototype[kCapture] = value;
  },
});
defineLazily('EventEmitterAsyncResource', () => require('internal/emitter_async_resource'));
EventEmitter.errorMonitor = kErrorMonitor;
ObjectDefineProperties(EventEmitter, {
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
// Without names of their own, as Node's.
EventEmitter.setMaxListeners = (0, function(n = defaultMaxListeners, ...targets) {
  setMaxListeners(n, ...targets);
});
EventEmitter.init = (0, function(options) {
  FunctionPrototypeCall(init, this, options);
});
EventEmitter.listenerCount = (0, (emitter, type) => {
  if (typeof emitter.listenerCount === 'function') return emitter.listenerCount(type);
  return FunctionPrototypeCall(listenerCount, emitter, type);
});
