'use strict';

// Event and CustomEvent. Source: DOM Standard, sections 2.2 to 2.4 and 2.9; Node.js documentation
// "Events", "Class: Event".

const {
  ArrayPrototypeForEach,
  NumberIsInteger,
  ObjectDefineProperty,
  Symbol,
  SymbolToStringTag,
} = primordials;
const { codes: { ERR_INVALID_THIS, ERR_MISSING_ARGS } } = require('internal/errors');
const { customInspectSymbol, kEnumerableProperty } = require('internal/util');
const { validateObject } = require('internal/validators');
const { nowMs } = internalBinding('process');

// Options of events that our own code makes carry this.
const kTrustEvent = Symbol('kTrustEvent');

// Assigned by the class below: whether a value is an event, and what dispatching reads and writes of one.
let isEvent;
let dispatchStateOf;

class Event {
  #type;
  #bubbles = false;
  #cancelable = false;
  #composed = false;
  #trusted = false;
  #canceled = false;
  #propagationStopped = false;
  #timestamp = nowMs();
  #dispatch = { __proto__: null, target: null, running: false, stopped: false };

  constructor(type, options = undefined) {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('type');
    if (options !== undefined && options !== null) {
      validateObject(options, 'options');
      this.#bubbles = !!options.bubbles;
      this.#cancelable = !!options.cancelable;
      this.#composed = !!options.composed;
      this.#trusted = !!options[kTrustEvent];
    }
    this.#type = `${type}`;
  }

  static {
    isEvent = (value) => typeof value === 'object' && value !== null && #type in value;
    dispatchStateOf = (event) => event.#dispatch;
  }

  static #of(value) {
    if (!isEvent(value)) throw new ERR_INVALID_THIS('Event');
    return value;
  }

  initEvent(type, bubbles = false, cancelable = false) {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('type');
    if (Event.#of(this).#dispatch.running) return;
    this.#type = `${type}`;
    this.#bubbles = !!bubbles;
    this.#cancelable = !!cancelable;
  }

  stopImmediatePropagation() {
    Event.#of(this).#dispatch.stopped = true;
    this.#propagationStopped = true;
  }

  preventDefault() {
    Event.#of(this).#canceled = true;
  }

  get target() { return Event.#of(this).#dispatch.target; }

  get currentTarget() {
    const { running, target } = Event.#of(this).#dispatch;
    return running ? target : null;
  }

  get srcElement() { return Event.#of(this).#dispatch.target; }
  get type() { return Event.#of(this).#type; }
  get cancelable() { return Event.#of(this).#cancelable; }
  get defaultPrevented() { return Event.#of(this).#cancelable && this.#canceled; }
  get timeStamp() { return Event.#of(this).#timestamp; }

  composedPath() {
    const { running, target } = Event.#of(this).#dispatch;
    return running ? [target] : [];
  }

  get returnValue() { return !Event.#of(this).#cancelable || !this.#canceled; }
  get bubbles() { return Event.#of(this).#bubbles; }
  get composed() { return Event.#of(this).#composed; }

  get eventPhase() {
    return Event.#of(this).#dispatch.running ? Event.AT_TARGET : Event.NONE;
  }

  get cancelBubble() { return Event.#of(this).#propagationStopped; }
  set cancelBubble(value) {
    if (value) Event.#of(this).#propagationStopped = true;
  }

  stopPropagation() {
    Event.#of(this).#propagationStopped = true;
  }

  get isTrusted() { return Event.#of(this).#trusted; }

  [customInspectSymbol](depth, options, inspect) {
    Event.#of(this);
    const { name } = this.constructor;
    if (depth < 0) return name;
    return `${name} ${inspect({
      type: this.#type,
      defaultPrevented: this.#canceled,
      cancelable: this.#cancelable,
      timeStamp: this.#timestamp,
    }, oneLevelDown(options))}`;
  }
}

function oneLevelDown(options) {
  return { ...options, depth: NumberIsInteger(options.depth) ? options.depth - 1 : options.depth };
}

function makeVisible(prototype, names, tag) {
  ArrayPrototypeForEach(names, (name) => ObjectDefineProperty(prototype, name, kEnumerableProperty));
  ObjectDefineProperty(prototype, SymbolToStringTag, {
    __proto__: null, configurable: true, enumerable: false, value: tag, writable: false,
  });
}

makeVisible(Event.prototype, [
  'initEvent', 'stopImmediatePropagation', 'preventDefault', 'target', 'currentTarget',
  'srcElement', 'type', 'cancelable', 'defaultPrevented', 'timeStamp', 'composedPath',
  'returnValue', 'bubbles', 'composed', 'eventPhase', 'cancelBubble', 'stopPropagation',
  'isTrusted',
], 'Event');
// The standard makes it unforgeable.
ObjectDefineProperty(Event.prototype, 'isTrusted', { __proto__: null, configurable: false });

ArrayPrototypeForEach(['NONE', 'CAPTURING_PHASE', 'AT_TARGET', 'BUBBLING_PHASE'], (name, value) => {
  ObjectDefineProperty(Event, name, { __proto__: null, enumerable: true, value });
});

class CustomEvent extends Event {
  #detail;

  constructor(type, options = undefined) {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('type');
    super(type, options);
    this.#detail = options?.detail ?? null;
  }

  get detail() {
    if (!(#detail in this)) throw new ERR_INVALID_THIS('CustomEvent');
    return this.#detail;
  }
}
makeVisible(CustomEvent.prototype, ['detail'], 'CustomEvent');

module.exports = {
  CustomEvent,
  Event,
  dispatchStateOf,
  isEvent,
  kTrustEvent,
  makeVisible,
  oneLevelDown,
};
