'use strict';

// Source: Node.js documentation "Diagnostics Channel".

const {
  ArrayPrototypeIndexOf,
  ArrayPrototypePush,
  ArrayPrototypeSlice,
  ArrayPrototypeSplice,
  ReflectApply,
  SafeMap,
} = primordials;
const { codes: { ERR_INVALID_ARG_TYPE } } = require('internal/errors');
const { validateFunction } = require('internal/validators');

const channels = new SafeMap();

class Channel {
  #subscribers = [];
  constructor(name) {
    this.name = name;
  }
  get hasSubscribers() {
    return this.#subscribers.length > 0;
  }
  subscribe(subscriber) {
    validateFunction(subscriber, 'subscription');
    ArrayPrototypePush(this.#subscribers, subscriber);
  }
  unsubscribe(subscriber) {
    const index = ArrayPrototypeIndexOf(this.#subscribers, subscriber);
    if (index === -1) return false;
    ArrayPrototypeSplice(this.#subscribers, index, 1);
    return true;
  }
  publish(message) {
    const subscribers = ArrayPrototypeSlice(this.#subscribers);
    for (let i = 0; i < subscribers.length; i++) {
      try {
        ReflectApply(subscribers[i], undefined, [message, this.name]);
      } catch (error) {
        process.nextTick(() => { throw error; });
      }
    }
  }
  runStores(message, callback, thisArg, ...args) {
    this.publish(message);
    return ReflectApply(callback, thisArg, args);
  }
}

function channel(name) {
  if (typeof name !== 'string' && typeof name !== 'symbol') {
    throw new ERR_INVALID_ARG_TYPE('channel', ['string', 'symbol'], name);
  }
  let found = channels.get(name);
  if (found === undefined) channels.set(name, found = new Channel(name));
  return found;
}

module.exports = {
  Channel,
  channel,
  hasSubscribers: (name) => channels.get(name)?.hasSubscribers ?? false,
  subscribe: (name, subscriber) => channel(name).subscribe(subscriber),
  unsubscribe: (name, subscriber) => channel(name).unsubscribe(subscriber),
};
