'use strict';

// Source: Node.js documentation "Asynchronous context tracking" and "Async hooks". The current context
// frame is the host's (core/js/async_context.h): it goes along with every callback a program schedules.

const {
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
const hooks = require('internal/async_hooks');
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
    if (type.length === 0 && hooks.active) throw new ERR_ASYNC_TYPE(type);
    if (!Number.isSafeInteger(triggerId) || triggerId < -1) {
      throw new ERR_INVALID_ASYNC_ID('triggerAsyncId', triggerId);
    }
    this.#asyncId = newAsyncId();
    this.#triggerId = triggerId;
    this.#frame = currentFrame();
    hooks.emit('init', this.#asyncId, type, triggerId, this);
  }

  runInAsyncScope(fn, thisArg, ...args) {
    const id = this.#asyncId;
    hooks.enter(id);
    try {
      return inScope(id, this.#triggerId, () => runInFrame(this.#frame, fn, thisArg, args));
    } finally {
      hooks.leave(id);
    }
  }

  emitDestroy() {
    if (!this.#destroyed) hooks.destroy(this.#asyncId);
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

// Hooks are told of timers, immediates, ticks and AsyncResources. Promises and the host's requests have ids
// and contexts, but are not announced.
class AsyncHook {
  constructor(callbacks) {
    ObjectDefineProperty(this, 'callbacks', { __proto__: null, value: callbacks });
  }
  enable() {
    hooks.enable(this);
    return this;
  }
  disable() {
    hooks.disable(this);
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
