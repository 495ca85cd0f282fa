'use strict';

// Event, EventTarget and CustomEvent. Source: DOM Standard, sections 2.2 to 2.9; Node.js
// documentation "Events", "EventTarget and Event API".

const {
  ArrayPrototypePush,
  ArrayPrototypeSlice,
  ArrayPrototypeSplice,
  Boolean,
  FunctionPrototypeCall,
  Number,
  ObjectDefineProperties,
  ObjectDefineProperty,
  ReflectApply,
  SafeMap,
  SafeWeakMap,
  Symbol,
  SymbolFor,
  SymbolToStringTag,
} = primordials;
const {
  codes: { ERR_EVENT_RECURSION, ERR_INVALID_ARG_TYPE, ERR_INVALID_THIS, ERR_MISSING_ARGS },
} = require('internal/errors');
const { validateAbortSignal, validateObject } = require('internal/validators');
const { customInspectSymbol, kEmptyObject, kEnumerableProperty } = require('internal/util');

const kTarget = Symbol('kTarget');
const kTrustEvent = Symbol('kTrustEvent');
const kIsBeingDispatched = Symbol('kIsBeingDispatched');
const kStop = Symbol('kStop');
const kInPassiveListener = Symbol('kInPassiveListener');
const kMaxEventTargetListeners = require('events').kMaxEventTargetListeners;
const kMaxEventTargetListenersWarned = require('events').kMaxEventTargetListenersWarned;

function now() {
  return require('perf_hooks').performance.now();
}

class Event {
  #type;
  #bubbles;
  #cancelable;
  #composed;
  #canceled = false;
  #propagationStopped = false;
  #timestamp = now();

  constructor(type, options = kEmptyObject) {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('type');
    if (options !== kEmptyObject) validateObject(options, 'options', { allowArray: true, allowFunction: true, nullable: true });
    this.#type = `${type}`;
    this.#bubbles = !!options?.bubbles;
    this.#cancelable = !!options?.cancelable;
    this.#composed = !!options?.composed;
    this[kTarget] = null;
    this[kIsBeingDispatched] = false;
    this[kStop] = false;
    this[kInPassiveListener] = false;
    // The standard wants it on each event, unforgeable.
    ObjectDefineProperty(this, 'isTrusted', {
      __proto__: null, configurable: false, enumerable: true,
      get: options?.[kTrustEvent] ? trusted : untrusted,
    });
    for (const symbol of [kTarget, kIsBeingDispatched, kStop, kInPassiveListener]) {
      ObjectDefineProperty(this, symbol, { __proto__: null, enumerable: false });
    }
  }

  static is(value) {
    return #type in value;
  }

  initEvent(type, bubbles = false, cancelable = false) {
    if (this[kIsBeingDispatched]) return;
    this.#type = `${type}`;
    this.#bubbles = !!bubbles;
    this.#cancelable = !!cancelable;
  }

  [customInspectSymbol](depth, options, inspect) {
    const name = this.constructor.name;
    if (depth < 0) return name;
    return `${name} ${inspect({
      type: this.#type,
      defaultPrevented: this.#canceled,
      cancelable: this.#cancelable,
      timeStamp: this.#timestamp,
    }, { ...options, depth: Number.isInteger(options.depth) ? options.depth - 1 : options.depth })}`;
  }

  stopImmediatePropagation() {
    this[kStop] = true;
    this.#propagationStopped = true;
  }
  preventDefault() {
    if (this.#cancelable && !this[kInPassiveListener]) this.#canceled = true;
  }
  stopPropagation() { this.#propagationStopped = true; }
  composedPath() { return this[kIsBeingDispatched] ? [this[kTarget]] : []; }

  get target() { return this[kTarget]; }
  get currentTarget() { return this[kIsBeingDispatched] ? this[kTarget] : null; }
  get srcElement() { return this[kTarget]; }
  get type() { return this.#type; }
  get cancelable() { return this.#cancelable; }
  get defaultPrevented() { return this.#cancelable && this.#canceled; }
  get timeStamp() { return this.#timestamp; }
  get returnValue() { return !this.#cancelable || !this.#canceled; }
  get bubbles() { return this.#bubbles; }
  get composed() { return this.#composed; }
  get eventPhase() { return this[kIsBeingDispatched] ? Event.AT_TARGET : Event.NONE; }
  get cancelBubble() { return this.#propagationStopped; }
  set cancelBubble(value) { if (value) this.#propagationStopped = true; }

  static NONE = 0;
  static CAPTURING_PHASE = 1;
  static AT_TARGET = 2;
  static BUBBLING_PHASE = 3;
}

function trusted() { return true; }
function untrusted() { return false; }

function makeVisible(prototype, names, tag) {
  for (const name of names) ObjectDefineProperty(prototype, name, kEnumerableProperty);
  ObjectDefineProperty(prototype, SymbolToStringTag, {
    __proto__: null, configurable: true, enumerable: false, value: tag, writable: false,
  });
}
makeVisible(Event.prototype, [
  'initEvent', 'stopImmediatePropagation', 'preventDefault', 'target', 'currentTarget', 'srcElement',
  'type', 'cancelable', 'defaultPrevented', 'timeStamp', 'composedPath', 'returnValue', 'bubbles',
  'composed', 'eventPhase', 'cancelBubble', 'stopPropagation',
], 'Event');

class CustomEvent extends Event {
  #detail;
  constructor(type, options = kEmptyObject) {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('type');
    super(type, options);
    this.#detail = options?.detail ?? null;
  }
  get detail() { return this.#detail; }
}
makeVisible(CustomEvent.prototype, ['detail'], 'CustomEvent');

// One registration: a listener, and how it asked to be called.
class Registration {
  constructor(listener, { once, capture, passive, weak }) {
    this.listener = listener;
    this.once = once;
    this.capture = capture;
    this.passive = passive;
    this.weak = weak;
    this.removed = false;
    this.callback = typeof listener === 'function' ? listener :
      (event) => listener.handleEvent?.(event);
  }
}

const registrationsOf = new SafeWeakMap();

function mapOf(target) {
  const map = registrationsOf.get(target);
  if (map === undefined) throw new ERR_INVALID_THIS('EventTarget');
  return map;
}

function isListener(listener) {
  if (typeof listener === 'function' || typeof listener?.handleEvent === 'function') return true;
  if (listener === null || listener === undefined) return false;
  if (typeof listener === 'object') return true;
  throw new ERR_INVALID_ARG_TYPE('listener', 'EventListener', listener);
}

function flagsOf(options) {
  if (typeof options === 'boolean') return { capture: options, once: false, passive: false };
  if (options === null || options === undefined) return { capture: false, once: false, passive: false };
  validateObject(options, 'options', { allowArray: true, allowFunction: true });
  return {
    once: Boolean(options.once),
    capture: Boolean(options.capture),
    passive: Boolean(options.passive),
    signal: options.signal,
  };
}

class EventTarget {
  constructor() {
    initEventTarget(this);
  }

  addEventListener(type, listener, options = kEmptyObject) {
    const map = mapOf(this);
    if (arguments.length < 2) throw new ERR_MISSING_ARGS('type', 'listener');
    const flags = flagsOf(options);
    if (flags.signal !== undefined) validateAbortSignal(flags.signal, 'options.signal');
    if (!isListener(listener)) {
      const warning = new Error(`addEventListener called with ${listener} which has no effect.`);
      warning.name = 'AddEventListenerArgumentTypeWarning';
      warning.target = this;
      warning.type = type;
      process.emitWarning(warning);
      return;
    }
    type = `${type}`;
    if (flags.signal?.aborted) return;
    flags.signal?.addEventListener('abort', () => this.removeEventListener(type, listener, options),
                                   { __proto__: null, once: true });
    const list = map.get(type) ?? [];
    if (find(list, listener, flags.capture) !== -1) return;
    ArrayPrototypePush(list, new Registration(listener, flags));
    map.set(type, list);
    warnOfLeak(this, type, list);
  }

  removeEventListener(type, listener, options = kEmptyObject) {
    const map = mapOf(this);
    if (arguments.length < 2) throw new ERR_MISSING_ARGS('type', 'listener');
    if (!isListener(listener)) return;
    const list = map.get(`${type}`);
    if (list === undefined) return;
    const capture = typeof options === 'boolean' ? options : Boolean(options?.capture);
    const position = find(list, listener, capture);
    if (position !== -1) take(list, position);
  }

  dispatchEvent(event) {
    mapOf(this);
    if (arguments.length < 1) throw new ERR_MISSING_ARGS('event');
    if (!(event instanceof Event)) throw new ERR_INVALID_ARG_TYPE('event', 'Event', event);
    if (event[kIsBeingDispatched]) throw new ERR_EVENT_RECURSION(event.type);
    dispatch(this, event);
    return event.defaultPrevented !== true;
  }

  [customInspectSymbol](depth, options, inspect) {
    const name = this.constructor.name;
    if (depth < 0) return name;
    return `${name} ${inspect({}, {
      ...options, depth: Number.isInteger(options.depth) ? options.depth - 1 : options.depth,
    })}`;
  }
}
makeVisible(EventTarget.prototype, ['addEventListener', 'removeEventListener', 'dispatchEvent'],
            'EventTarget');

function initEventTarget(target) {
  registrationsOf.set(target, new SafeMap());
  target[kMaxEventTargetListeners] = require('events').defaultMaxListeners;
  target[kMaxEventTargetListenersWarned] = false;
  ObjectDefineProperty(target, kMaxEventTargetListeners, { __proto__: null, enumerable: false });
  ObjectDefineProperty(target, kMaxEventTargetListenersWarned, { __proto__: null, enumerable: false });
}

function find(list, listener, capture) {
  for (let i = 0; i < list.length; i++) {
    if (list[i].listener === listener && list[i].capture === capture) return i;
  }
  return -1;
}

function take(list, position) {
  list[position].removed = true;
  ArrayPrototypeSplice(list, position, 1);
}

function warnOfLeak(target, type, list) {
  const most = target[kMaxEventTargetListeners];
  if (most === 0 || list.length <= most || target[kMaxEventTargetListenersWarned]) return;
  target[kMaxEventTargetListenersWarned] = true;
  const { inspect } = require('internal/util/inspect');
  const warning = new Error('Possible EventTarget memory leak detected. ' +
    `${list.length} ${type} listeners added to ${inspect(target, { depth: -1 })}. MaxListeners is ${most}. ` +
    'Use events.setMaxListeners() to increase limit');
  warning.name = 'MaxListenersExceededWarning';
  warning.target = target;
  warning.type = type;
  warning.count = list.length;
  process.emitWarning(warning);
}

function dispatch(target, event) {
  event[kTarget] = target;
  event[kIsBeingDispatched] = true;
  const list = mapOf(target).get(event.type);
  const called = list === undefined ? [] : ArrayPrototypeSlice(list);
  for (let i = 0; i < called.length && !event[kStop]; i++) {
    const registration = called[i];
    if (registration.removed) continue;
    if (registration.once) take(list, find(list, registration.listener, registration.capture));
    callListener(target, registration, event);
  }
  event[kIsBeingDispatched] = false;
}

// A listener's error does not stop the others: it becomes an uncaught exception in a tick of its own.
function callListener(target, registration, event) {
  event[kInPassiveListener] = registration.passive;
  try {
    const result = FunctionPrototypeCall(registration.callback, target, event);
    if (typeof result?.then === 'function') {
      ReflectApply(result.then, result, [undefined, throwLater]);
    }
  } catch (error) {
    throwLater(error);
  } finally {
    event[kInPassiveListener] = false;
  }
}

function throwLater(error) {
  process.nextTick(() => { throw error; });
}

function listenersOfTarget(target, type) {
  const list = mapOf(target).get(`${type}`) ?? [];
  const listeners = [];
  for (let i = 0; i < list.length; i++) ArrayPrototypePush(listeners, list[i].listener);
  return listeners;
}

// An `onfoo` attribute (HTML Standard, "event handler IDL attributes").
function defineEventHandler(prototype, name, type = name) {
  const handlers = new SafeWeakMap();
  ObjectDefineProperty(prototype, `on${name}`, {
    __proto__: null,
    configurable: true,
    enumerable: true,
    get() { return handlers.get(this)?.handler ?? null; },
    set(value) {
      const handler = typeof value === 'function' || (typeof value === 'object' && value !== null) ? value : null;
      const existing = handlers.get(this);
      if (existing !== undefined) {
        existing.handler = handler;
        return;
      }
      if (handler === null) return;
      const entry = { handler };
      handlers.set(this, entry);
      this.addEventListener(type, function(event) {
        if (typeof entry.handler === 'function') return ReflectApply(entry.handler, this, [event]);
        return undefined;
      });
    },
  });
}

ObjectDefineProperties(EventTarget, {
  [SymbolFor('nodejs.event_target')]: { __proto__: null, value: true },
});
ObjectDefineProperty(EventTarget.prototype, SymbolFor('nodejs.event_target'), { __proto__: null, value: true });

module.exports = {
  CustomEvent,
  Event,
  EventTarget,
  defineEventHandler,
  initEventTarget,
  kTrustEvent,
  listenersOfTarget,
};
