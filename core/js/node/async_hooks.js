'use strict';

// Source: Node.js documentation "Asynchronous context tracking" and "Async hooks". The current context
// frame is the host's (core/js/async_context.h): it goes along with every callback a program schedules.

const {
  ArrayPrototypeIndexOf,
  ArrayPrototypePush,
  ArrayPrototypeSplice,
  FunctionPrototypeBind,
  ObjectDefineProperty,
  ReflectApply,
  SafeMap,
} = primordials;
const {
  executionAsyncId,
  get: currentFrame,
  newAsyncId,
  set: setFrame,
  setExecution,
  triggerAsyncId,
} = internalBinding('async_context');
const { codes: { ERR_ASYNC_TYPE, ERR_ASYNC_CALLBACK, ERR_INVALID_ASYNC_ID } } = require('internal/errors');
const { validateFunction, validateString } = require('internal/validators');

// A frame is an immutable map from storages to their stores.
function frameWith(storage, store) {
  const entries = currentFrame()?.entries;
  const copy = entries === undefined ? new SafeMap() : new SafeMap(entries);
  copy.set(storage, store);
  return { __proto__: null, entries: copy };
}

function runInFrame(frame, callback, self, args) {
  const outer = currentFrame();
  setFrame(frame);
  try {
    return ReflectApply(callback, self, args);
  } finally {
    setFrame(outer);
  }
}

class AsyncLocalStorage {
  #enabled = true;

  static bind(fn) {
    return AsyncResource.bind(fn);
  }

  static snapshot() {
    const frame = currentFrame();
    return function(callback, ...args) {
      return runInFrame(frame, callback, this, args);
    };
  }

  disable() {
    this.#enabled = false;
    const entries = currentFrame()?.entries;
    if (entries?.has(this)) setFrame(frameWith(this, undefined));
  }

  enterWith(store) {
    this.#enabled = true;
    setFrame(frameWith(this, store));
  }

  run(store, callback, ...args) {
    this.#enabled = true;
    return runInFrame(frameWith(this, store), callback, null, args);
  }

  exit(callback, ...args) {
    if (!this.#enabled) return ReflectApply(callback, null, args);
    return runInFrame(frameWith(this, undefined), callback, null, args);
  }

  getStore() {
    if (!this.#enabled) return undefined;
    return currentFrame()?.entries.get(this);
  }
}

// Runs in an execution scope of the given ids.
function inScope(asyncId, triggerId, call) {
  const outerId = executionAsyncId();
  const outerTrigger = triggerAsyncId();
  setExecution(asyncId, triggerId);
  try {
    return call();
  } finally {
    setExecution(outerId, outerTrigger);
  }
}

class AsyncResource {
  #asyncId;
  #triggerId;
  #frame;
  #destroyed = false;

  constructor(type, options = {}) {
    validateString(type, 'type');
    let triggerId = options;
    if (typeof options !== 'number') triggerId = options.triggerAsyncId ?? executionAsyncId();
    if (type.length === 0 && hooks.length > 0) throw new ERR_ASYNC_TYPE(type);
    if (!Number.isSafeInteger(triggerId) || triggerId < -1) {
      throw new ERR_INVALID_ASYNC_ID('triggerAsyncId', triggerId);
    }
    this.#asyncId = newAsyncId();
    this.#triggerId = triggerId;
    this.#frame = currentFrame();
    emit('init', this.#asyncId, type, triggerId, this);
  }

  runInAsyncScope(fn, thisArg, ...args) {
    const id = this.#asyncId;
    emit('before', id);
    try {
      return inScope(id, this.#triggerId, () => runInFrame(this.#frame, fn, thisArg, args));
    } finally {
      emit('after', id);
    }
  }

  emitDestroy() {
    if (!this.#destroyed) emit('destroy', this.#asyncId);
    this.#destroyed = true;
    return this;
  }

  asyncId() {
    return this.#asyncId;
  }

  triggerAsyncId() {
    return this.#triggerId;
  }

  bind(fn, thisArg) {
    validateFunction(fn, 'fn');
    const resource = this;
    let bound;
    if (thisArg === undefined) {
      bound = function(...args) {
        return resource.runInAsyncScope(fn, this, ...args);
      };
    } else {
      bound = FunctionPrototypeBind(this.runInAsyncScope, this, fn, thisArg);
    }
    ObjectDefineProperty(bound, 'length', {
      __proto__: null, configurable: true, enumerable: false, value: fn.length, writable: false,
    });
    return bound;
  }

  static bind(fn, type, thisArg) {
    type ||= fn.name;
    return new AsyncResource(type || 'bound-anonymous-fn').bind(fn, thisArg);
  }
}

// Hooks see AsyncResources. What the host schedules by itself (timers, ticks, promises) has ids and
// contexts, but is not announced to hooks.
const hooks = [];

function emit(event, ...args) {
  for (let i = 0; i < hooks.length; i++) {
    const callback = hooks[i].callbacks[event];
    if (callback !== undefined) ReflectApply(callback, hooks[i], args);
  }
}

class AsyncHook {
  constructor(callbacks) {
    this.callbacks = callbacks;
    ObjectDefineProperty(this, 'callbacks', { __proto__: null, enumerable: false });
  }
  enable() {
    if (ArrayPrototypeIndexOf(hooks, this) === -1) ArrayPrototypePush(hooks, this);
    return this;
  }
  disable() {
    const index = ArrayPrototypeIndexOf(hooks, this);
    if (index !== -1) ArrayPrototypeSplice(hooks, index, 1);
    return this;
  }
}

function createHook(callbacks) {
  for (const name of ['init', 'before', 'after', 'destroy', 'promiseResolve']) {
    if (callbacks[name] !== undefined && typeof callbacks[name] !== 'function') {
      throw new ERR_ASYNC_CALLBACK(`hook.${name}`);
    }
  }
  return new AsyncHook(callbacks);
}

const topLevelResource = {};

module.exports = {
  AsyncLocalStorage,
  AsyncResource,
  asyncWrapProviders: { __proto__: null },
  createHook,
  executionAsyncId,
  executionAsyncResource: () => topLevelResource,
  triggerAsyncId,
};
