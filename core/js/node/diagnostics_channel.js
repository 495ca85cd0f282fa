'use strict';

// Source: Node.js documentation "Diagnostics Channel".

const {
  ArrayPrototypeAt,
  ArrayPrototypeIndexOf,
  ArrayPrototypePush,
  ArrayPrototypeSlice,
  ArrayPrototypeSplice,
  FunctionPrototypeSymbolHasInstance,
  ObjectDefineProperty,
  ObjectGetPrototypeOf,
  ObjectSetPrototypeOf,
  Promise,
  PromisePrototypeThen,
  PromiseReject,
  PromiseResolve,
  ReflectApply,
  SafeMap,
  SymbolHasInstance,
} = primordials;
const { codes: { ERR_INVALID_ARG_TYPE } } = require('internal/errors');
const { validateFunction } = require('internal/validators');

const channels = new SafeMap();

function throwLater(error) {
  process.nextTick(() => { throw error; });
}

// Runs `callback` with a store set to what the message is for it.
function inStore(message, store, transform, callback) {
  return () => {
    let context;
    try {
      context = transform === undefined ? message : transform(message);
    } catch (error) {
      throwLater(error);
      return callback();
    }
    return store.run(context, callback);
  };
}

// A channel somebody listens to, or runs stores by. The others have the class below, which does nothing.
class ActiveChannel {
  subscribe(subscription) {
    validateFunction(subscription, 'subscription');
    this._subscribers = ArrayPrototypeSlice(this._subscribers);
    ArrayPrototypePush(this._subscribers, subscription);
  }

  unsubscribe(subscription) {
    const index = ArrayPrototypeIndexOf(this._subscribers, subscription);
    if (index === -1) return false;
    this._subscribers = ArrayPrototypeSlice(this._subscribers);
    ArrayPrototypeSplice(this._subscribers, index, 1);
    putToSleep(this);
    return true;
  }

  bindStore(store, transform) {
    this._stores.set(store, transform);
  }

  unbindStore(store) {
    if (!this._stores.has(store)) return false;
    this._stores.delete(store);
    putToSleep(this);
    return true;
  }

  get hasSubscribers() {
    return true;
  }

  publish(message) {
    const subscribers = this._subscribers;
    for (let i = 0; i < subscribers.length; i++) {
      try {
        const subscription = subscribers[i];
        subscription(message, this.name);
      } catch (error) {
        throwLater(error);
      }
    }
  }

  runStores(message, callback, thisArg, ...args) {
    let run = () => {
      this.publish(message);
      return ReflectApply(callback, thisArg, args);
    };
    this._stores.forEach((transform, store) => {
      run = inStore(message, store, transform, run);
    });
    return run();
  }
}

class Channel {
  constructor(name) {
    this._subscribers = undefined;
    this._stores = undefined;
    this.name = name;
    channels.set(name, this);
  }

  static [SymbolHasInstance](value) {
    return FunctionPrototypeSymbolHasInstance(this, value) || ObjectGetPrototypeOf(value) === ActiveChannel.prototype;
  }

  subscribe(subscription) {
    validateFunction(subscription, 'subscription');
    wake(this).subscribe(subscription);
  }

  unsubscribe() {
    return false;
  }

  bindStore(store, transform) {
    wake(this).bindStore(store, transform);
  }

  unbindStore() {
    return false;
  }

  get hasSubscribers() {
    return false;
  }

  publish() {}

  runStores(message, callback, thisArg, ...args) {
    return ReflectApply(callback, thisArg, args);
  }
}

function wake(channel) {
  ObjectSetPrototypeOf(channel, ActiveChannel.prototype);
  channel._subscribers = [];
  channel._stores = new SafeMap();
  return channel;
}

function putToSleep(channel) {
  if (channel._subscribers.length > 0 || channel._stores.size > 0) return;
  ObjectSetPrototypeOf(channel, Channel.prototype);
  channel._subscribers = undefined;
  channel._stores = undefined;
}

function channel(name) {
  const found = channels.get(name);
  if (found !== undefined) return found;
  if (typeof name !== 'string' && typeof name !== 'symbol') {
    throw new ERR_INVALID_ARG_TYPE('channel', ['string', 'symbol'], name);
  }
  return new Channel(name);
}

// The five channels of one action: its call, what goes on after it, its failure.

const kActions = ['start', 'end', 'asyncStart', 'asyncEnd', 'error'];

function channelOf(nameOrChannels, action) {
  if (typeof nameOrChannels === 'string') return channel(`tracing:${nameOrChannels}:${action}`);
  if (typeof nameOrChannels !== 'object' || nameOrChannels === null) {
    throw new ERR_INVALID_ARG_TYPE('nameOrChannels', ['string', 'object', 'TracingChannel'], nameOrChannels);
  }
  const given = nameOrChannels[action];
  if (given instanceof Channel) return given;
  throw new ERR_INVALID_ARG_TYPE(`nameOrChannels.${action}`, ['Channel'], given);
}

class TracingChannel {
  constructor(nameOrChannels) {
    for (let i = 0; i < kActions.length; i++) {
      ObjectDefineProperty(this, kActions[i], {
        __proto__: null, value: channelOf(nameOrChannels, kActions[i]),
      });
    }
  }

  get hasSubscribers() {
    for (let i = 0; i < kActions.length; i++) if (this[kActions[i]]?.hasSubscribers) return true;
    return false;
  }

  subscribe(handlers) {
    for (let i = 0; i < kActions.length; i++) {
      const action = kActions[i];
      if (handlers[action]) this[action]?.subscribe(handlers[action]);
    }
  }

  unsubscribe(handlers) {
    let wereAll = true;
    for (let i = 0; i < kActions.length; i++) {
      const action = kActions[i];
      if (handlers[action] && !this[action]?.unsubscribe(handlers[action])) wereAll = false;
    }
    return wereAll;
  }

  traceSync(fn, context = {}, thisArg, ...args) {
    if (!this.hasSubscribers) return ReflectApply(fn, thisArg, args);
    return this.start.runStores(context, () => {
      try {
        const result = ReflectApply(fn, thisArg, args);
        context.result = result;
        return result;
      } catch (error) {
        this.#fail(context, error);
        throw error;
      } finally {
        this.end.publish(context);
      }
    });
  }

  tracePromise(fn, context = {}, thisArg, ...args) {
    if (!this.hasSubscribers) return ReflectApply(fn, thisArg, args);
    const goOn = () => {
      this.asyncStart.publish(context);
      this.asyncEnd.publish(context);
    };
    return this.start.runStores(context, () => {
      try {
        let promise = ReflectApply(fn, thisArg, args);
        if (!(promise instanceof Promise)) promise = PromiseResolve(promise);
        return PromisePrototypeThen(promise, (result) => {
          context.result = result;
          goOn();
          return result;
        }, (error) => {
          this.#fail(context, error);
          goOn();
          return PromiseReject(error);
        });
      } catch (error) {
        this.#fail(context, error);
        throw error;
      } finally {
        this.end.publish(context);
      }
    });
  }

  // `position`: of the callback among the arguments.
  traceCallback(fn, position = -1, context = {}, thisArg, ...args) {
    if (!this.hasSubscribers) return ReflectApply(fn, thisArg, args);
    const callback = ArrayPrototypeAt(args, position);
    validateFunction(callback, 'callback');
    const tracing = this;
    function called(error, result) {
      if (error) tracing.#fail(context, error);
      else context.result = result;
      tracing.asyncStart.runStores(context, () => {
        try {
          return ReflectApply(callback, this, arguments);
        } finally {
          tracing.asyncEnd.publish(context);
        }
      });
    }
    ArrayPrototypeSplice(args, position, 1, called);
    return this.start.runStores(context, () => {
      try {
        return ReflectApply(fn, thisArg, args);
      } catch (error) {
        this.#fail(context, error);
        throw error;
      } finally {
        this.end.publish(context);
      }
    });
  }

  #fail(context, error) {
    context.error = error;
    this.error.publish(context);
  }
}

module.exports = {
  channel,
  hasSubscribers: (name) => channels.get(name)?.hasSubscribers ?? false,
  subscribe: (name, subscription) => channel(name).subscribe(subscription),
  tracingChannel: (nameOrChannels) => new TracingChannel(nameOrChannels),
  unsubscribe: (name, subscription) => channel(name).unsubscribe(subscription),
  Channel,
};
