'use strict';

// An EventTarget with an emitter's methods. Source: Node.js documentation "Events", "Class: NodeEventTarget".

const { ObjectDefineProperty } = primordials;
const EventEmitter = require('events');
const {
  Event, EventTarget, dispatchValue, kIsNodeStyle, listenersOfTarget, typesListenedTo,
} = require('internal/event_target');
const { validateString } = require('internal/validators');

const kNodeStyle = { __proto__: null, [kIsNodeStyle]: true };
const kNodeStyleOnce = { __proto__: null, once: true, [kIsNodeStyle]: true };

class NodeEventTarget extends EventTarget {
  setMaxListeners(count) {
    EventEmitter.setMaxListeners(count, this);
  }

  getMaxListeners() {
    return this[EventEmitter.kMaxEventTargetListeners];
  }

  eventNames() {
    return typesListenedTo(this);
  }

  listenerCount(type) {
    return listenersOfTarget(this, `${type}`).length;
  }

  off(type, listener, options) {
    this.removeEventListener(type, listener, options);
    return this;
  }

  removeListener(type, listener, options) {
    this.removeEventListener(type, listener, options);
    return this;
  }

  on(type, listener) {
    this.addEventListener(type, listener, kNodeStyle);
    return this;
  }

  addListener(type, listener) {
    this.addEventListener(type, listener, kNodeStyle);
    return this;
  }

  emit(type, value) {
    validateString(type, 'type');
    return dispatchValue(this, type, value, () => new Event(type));
  }

  once(type, listener) {
    this.addEventListener(type, listener, kNodeStyleOnce);
    return this;
  }

  removeAllListeners(type) {
    const types = type === undefined ? typesListenedTo(this) : [`${type}`];
    for (let i = 0; i < types.length; i++) {
      const listeners = listenersOfTarget(this, types[i]);
      for (let j = 0; j < listeners.length; j++) {
        this.removeEventListener(types[i], listeners[j]);
        this.removeEventListener(types[i], listeners[j], { capture: true });
      }
    }
    return this;
  }
}

const names = ['setMaxListeners', 'getMaxListeners', 'eventNames', 'listenerCount', 'off', 'removeListener', 'on',
               'addListener', 'emit', 'once', 'removeAllListeners'];
for (let i = 0; i < names.length; i++) ObjectDefineProperty(NodeEventTarget.prototype, names[i], { __proto__: null, enumerable: true });

module.exports = { NodeEventTarget };
