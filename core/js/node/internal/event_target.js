'use strict';

// EventTarget. Source: DOM Standard, sections 2.7 to 2.10; Node.js documentation "Events",
// "EventTarget and Event API".

const {
  ArrayPrototypePush,
  Boolean,
  Error,
  FunctionPrototypeCall,
  ObjectDefineProperty,
  ReflectApply,
  SafeMap,
  SafeWeakMap,
  Symbol,
  SymbolFor,
} = primordials;
const EventEmitter = require('events');
const { CustomEvent, Event, dispatchStateOf, isEvent, kTrustEvent, makeVisible, oneLevelDown } =
  require('internal/event');
const {
  codes: {
    ERR_EVENT_RECURSION, ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE, ERR_INVALID_THIS,
    ERR_MISSING_ARGS,
  },
} = require('internal/errors');
const { validateAbortSignal, validateObject } = require('internal/validators');
const { customInspectSymbol, kEmptyObject } = require('internal/util');

const { kMaxEventTargetListeners, kMaxEventTargetListenersWarned } = EventEmitter;
// An option for listeners that stopImmediatePropagation() does not keep from being called.
const kResistStopPropagation = Symbol('kResistStopPropagation');
// And one for listeners that are given a value instead of an event, as an emitter's are.
const kIsNodeStyle = Symbol('kIsNodeStyle');
// Methods of targets that want to know how many listeners of a type there are, when that changes.
const kNewListener = Symbol('kNewListener');
const kRemoveListener = Symbol('kRemoveListener');

// One registered listener: a link in the chain of its type. A link that was taken out keeps its own
// successor, so a dispatch that stands on it finds its way on.
class Registration {
  next = undefined;
  removed = false;

  constructor(listener, { once, capture, resistsStop, isNodeStyle }) {
    this.listener = listener;
    this.once = once;
    this.capture = capture;
    this.resistsStop = resistsStop;
    this.isNodeStyle = isNodeStyle;
    // An object's method is looked up when the event comes; what it throws is a rejection, as in Node.
    this.callback = typeof listener === 'function' ? listener : async (event) => {
      if (listener.handleEvent) await listener.handleEvent(event);
    };
  }

  is(listener, capture) {
    return this.listener === listener && this.capture === capture;
  }
}

class Chain {
  first = undefined;
  size = 0;

  has(listener, capture) {
    let link = this.first;
    while (link !== undefined && !link.is(listener, capture)) link = link.next;
    return link !== undefined;
  }

  append(registration) {
    this.size++;
    if (this.first === undefined) {
      this.first = registration;
      return;
    }
    let last = this.first;
    while (last.next !== undefined) last = last.next;
    last.next = registration;
  }

  // Whether there was one.
  remove(listener, capture) {
    let before;
    let link = this.first;
    while (link !== undefined && !link.is(listener, capture)) {
      before = link;
      link = link.next;
    }
    if (link === undefined) return false;
    if (before === undefined) this.first = link.next;
    else before.next = link.next;
    link.removed = true;
    this.size--;
    return true;
  }
}

function isListener(listener) {
  if (typeof listener === 'function' || typeof listener?.handleEvent === 'function') return true;
  if (listener === null || listener === undefined) return false;
  if (typeof listener === 'object') return true;
  throw new ERR_INVALID_ARG_TYPE('listener', 'EventListener', listener);
}

// Web IDL, "DOMString", in Node's words.
function typeOf(value) {
  if (typeof value === 'symbol') throw new ERR_INVALID_ARG_VALUE('value', value);
  return `${value}`;
}

function flagsOf(options) {
  if (typeof options === 'boolean') return { capture: options };
  if (options === null || options === undefined) return { capture: false };
  validateObject(options, 'options', { allowArray: true, allowFunction: true });
  return {
    once: Boolean(options.once),
    capture: Boolean(options.capture),
    passive: Boolean(options.passive),
    signal: options.signal,
    resistsStop: Boolean(options[kResistStopPropagation]),
    isNodeStyle: Boolean(options[kIsNodeStyle]),
  };
}

// Assigned by the class below: type -> Chain.
let chainsOf;

class EventTarget {
  #chains = new SafeMap();

  constructor() {
    this[kMaxEventTargetListeners] = EventEmitter.defaultMaxListeners;
    this[kMaxEventTargetListenersWarned] = false;
  }

  static {
    chainsOf = (value) => {
      if (typeof value !== 'object' || value === null || !(#chains in value))
        throw new ERR_INVALID_THIS('EventTarget');
      return value.#chains;
    };
  }

  addEventListener(type, listener, options = kEmptyObject) {
    const chains = chainsOf(this);
    if (arguments.length < 2) throw new ERR_MISSING_ARGS('type', 'listener');
    const flags = flagsOf(options);
    const { signal } = flags;
    if (signal !== undefined) validateAbortSignal(signal, 'options.signal');
    if (!isListener(listener)) {
      warnOfNoListener(this, type, listener);
      return;
    }
    type = typeOf(type);
    if (signal !== undefined) {
      if (signal.aborted) return;
      EventEmitter.addAbortListener(signal, () => this.removeEventListener(type, listener, options));
    }
    let chain = chains.get(type);
    if (chain === undefined) chains.set(type, chain = new Chain());
    else if (chain.has(listener, flags.capture)) return;
    chain.append(new Registration(listener, flags));
    this[kNewListener]?.(type, chain.size);
    warnOfLeak(this, type, chain.size);
  }

  removeEventListener(type, listener, options = kEmptyObject) {
    const chains = chainsOf(this);
    if (arguments.length < 2) throw new ERR_MISSING_ARGS('type', 'listener');
    if (!isListener(listener)) return;
    // Node looks at the property alone: a bare `true` is no capture here.
    const chain = chains.get(typeOf(type));
    if (chain?.remove(listener, options?.capture === true)) this[kRemoveListener]?.(typeOf(type), chain.size);
  }

  dispatchEvent(event) {
    const chains = chainsOf(this);
    if (arguments.length < 1) throw new ERR_MISSING_ARGS('event');
    if (!isEvent(event)) throw new ERR_INVALID_ARG_TYPE('event', 'Event', event);
    if (dispatchStateOf(event).running) throw new ERR_EVENT_RECURSION(event.type);
    dispatch(this, chains.get(event.type), event.type, event, () => event);
    return !event.defaultPrevented;
  }

  [customInspectSymbol](depth, options, inspect) {
    chainsOf(this);
    const { name } = this.constructor;
    return depth < 0 ? name : `${name} ${inspect({}, oneLevelDown(options))}`;
  }
}
makeVisible(EventTarget.prototype, ['addEventListener', 'removeEventListener', 'dispatchEvent'],
            'EventTarget');
ObjectDefineProperty(EventTarget, SymbolFor('nodejs.event_target'), {
  __proto__: null, configurable: true, enumerable: true, writable: true, value: true,
});

// Source: DOM Standard, "inner invoke". As in Node the chain is walked live: a listener that is added
// behind the next one is still called, and from the second listener on the event says that it is not being
// dispatched.
function dispatch(target, chain, type, value, eventOf) {
  let state;
  const begin = () => {
    const event = eventOf();
    state = dispatchStateOf(event);
    state.target = target;
    state.running = true;
    return event;
  };
  let event = value === undefined || !isEvent(value) ? undefined : begin();
  let link = chain?.first;
  while (link !== undefined) {
    const { next } = link;
    if (!link.removed && (!state?.stopped || link.resistsStop)) {
      if (link.once && chain.remove(link.listener, link.capture)) target[kRemoveListener]?.(type, chain.size);
      callListener(target, link.callback, link.isNodeStyle ? value : event ??= begin());
      if (state !== undefined) state.running = false;
    }
    link = next;
  }
  if (state !== undefined) state.running = false;
}

// Calls the listeners of a type with a value, or with the event made of it, as each wants it. False: there are
// none.
function dispatchValue(target, type, value, makeEvent) {
  const chain = chainsOf(target).get(type);
  if (chain === undefined || chain.size === 0) return false;
  dispatch(target, chain, type, value, makeEvent);
  return true;
}

function typesListenedTo(target) {
  const types = [];
  for (const { 0: type, 1: chain } of chainsOf(target)) if (chain.size > 0) ArrayPrototypePush(types, type);
  return types;
}

// A listener's error does not stop the others: it becomes an uncaught exception in a tick of its own.
function callListener(target, callback, event) {
  try {
    const result = FunctionPrototypeCall(callback, target, event);
    if (result === undefined || result === null) return;
    const { then } = result;
    if (typeof then === 'function') FunctionPrototypeCall(then, result, undefined, throwLater);
  } catch (error) {
    throwLater(error);
  }
}

function throwLater(error) {
  process.nextTick(() => { throw error; });
}

function warnOfNoListener(target, type, listener) {
  const warning = new Error(`addEventListener called with ${listener} which has no effect.`);
  warning.name = 'AddEventListenerArgumentTypeWarning';
  warning.target = target;
  warning.type = type;
  process.emitWarning(warning);
}

function warnOfLeak(target, type, size) {
  const most = target[kMaxEventTargetListeners];
  if (most <= 0 || size <= most || target[kMaxEventTargetListenersWarned]) return;
  target[kMaxEventTargetListenersWarned] = true;
  const { inspect } = require('internal/util/inspect');
  const warning = new Error(
    `Possible EventTarget memory leak detected. ${size} ${type} listeners added to ` +
    `${inspect(target, { depth: -1 })}. MaxListeners is ${most}. ` +
    'Use events.setMaxListeners() to increase limit');
  warning.name = 'MaxListenersExceededWarning';
  warning.target = target;
  warning.type = type;
  warning.count = size;
  process.emitWarning(warning);
}

function listenersOfTarget(target, type) {
  const listeners = [];
  for (let link = chainsOf(target).get(type)?.first; link !== undefined; link = link.next) {
    ArrayPrototypePush(listeners, link.listener);
  }
  return listeners;
}

// An `onfoo` attribute (HTML Standard, "event handler IDL attributes"): one listener, kept in its place,
// whose function may be changed.
function defineEventHandler(prototype, name, type = name) {
  const handlers = new SafeWeakMap();
  ObjectDefineProperty(prototype, `on${name}`, {
    __proto__: null,
    configurable: true,
    enumerable: true,
    get() {
      return handlers.get(this)?.handler ?? null;
    },
    set(handler) {
      const known = handlers.get(this);
      if (known !== undefined) {
        const chain = chainsOf(this).get(type);
        if (typeof known.handler === 'function' && chain !== undefined) this[kRemoveListener]?.(type, --chain.size);
        known.handler = handler;
        if (typeof handler === 'function' && chain !== undefined) this[kNewListener]?.(type, ++chain.size);
        return;
      }
      const holder = { handler };
      handlers.set(this, holder);
      this.addEventListener(type, function eventHandler(...args) {
        if (typeof holder.handler !== 'function') return undefined;
        return ReflectApply(holder.handler, this, args);
      });
    },
  });
}

module.exports = {
  CustomEvent,
  Event,
  EventTarget,
  defineEventHandler,
  dispatchValue,
  kIsNodeStyle,
  kNewListener,
  kRemoveListener,
  kResistStopPropagation,
  kTrustEvent,
  listenersOfTarget,
  typesListenedTo,
};
