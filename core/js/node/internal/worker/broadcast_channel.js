'use strict';

// Source: HTML Standard, "Broadcasting to other browsing contexts"; Node.js documentation "Worker threads",
// "Class: BroadcastChannel extends EventTarget".

const { ObjectDefineProperty } = primordials;
const messaging = internalBinding('messaging');
const { codes } = require('internal/errors');
const { Event, EventTarget, defineEventHandler, dispatchValue } = require('internal/event_target');
const { MessageEvent, kOnClose, kOnMessage, kReceivesLikePort, postMessage } = require('internal/worker/message_port');
const { customInspectSymbol } = require('internal/util');

class BroadcastChannel extends EventTarget {
  #name;
  #isOpen = true;

  constructor(name) {
    if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS('name');
    super();
    this.#name = `${name}`;
    messaging.join(this, this.#name);
    messaging.setRef(this, true);
    messaging.start(this);
  }

  static #check(value) {
    if (typeof value !== 'object' || value === null || !(#name in value)) throw new codes.ERR_INVALID_THIS('BroadcastChannel');
  }

  get name() {
    BroadcastChannel.#check(this);
    return this.#name;
  }

  close() {
    BroadcastChannel.#check(this);
    if (!this.#isOpen) return;
    this.#isOpen = false;
    messaging.close(this);
  }

  postMessage(message) {
    BroadcastChannel.#check(this);
    if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS('message');
    if (!this.#isOpen) {
      const { DOMException } = require('internal/domexception');
      throw new DOMException('BroadcastChannel is closed.', 'InvalidStateError');
    }
    postMessage(this, message);
  }

  ref() {
    BroadcastChannel.#check(this);
    messaging.setRef(this, true);
    return this;
  }

  unref() {
    BroadcastChannel.#check(this);
    messaging.setRef(this, false);
    return this;
  }

  get [kReceivesLikePort]() { return true; }

  [kOnMessage](value, error) {
    const type = error === undefined ? 'message' : 'messageerror';
    const data = error === undefined ? value : error;
    dispatchValue(this, type, data, () => new MessageEvent(type, { data }));
  }

  [kOnClose]() {
    dispatchValue(this, 'close', undefined, () => new Event('close'));
  }

  [customInspectSymbol](depth, options, inspect) {
    BroadcastChannel.#check(this);
    if (depth < 0) return 'BroadcastChannel';
    return `BroadcastChannel ${inspect({ name: this.#name, active: this.#isOpen }, {
      ...options, depth: options.depth === null ? null : options.depth - 1,
    })}`;
  }
}
for (const name of ['name', 'close', 'postMessage']) {
  ObjectDefineProperty(BroadcastChannel.prototype, name, { __proto__: null, enumerable: true });
}
defineEventHandler(BroadcastChannel.prototype, 'message');
defineEventHandler(BroadcastChannel.prototype, 'messageerror');

module.exports = { BroadcastChannel };
