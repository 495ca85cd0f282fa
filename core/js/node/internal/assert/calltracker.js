'use strict';

// Source: Node.js documentation "Class: assert.CallTracker" (deprecated).

const {
  ArrayPrototypePush,
  ArrayPrototypeSlice,
  Error,
  ObjectFreeze,
  Proxy,
  ReflectApply,
  SafeMap,
} = primordials;
const { codes } = require('internal/errors');
const { validateUint32 } = require('internal/validators');
const AssertionError = require('internal/assert/assertion_error');

class Tracked {
  calls = [];

  constructor(expected, name, stackError) {
    this.expected = expected;
    this.name = name;
    this.stackError = stackError;
  }

  record(thisArg, args) {
    ArrayPrototypePush(this.calls, ObjectFreeze({
      thisArg, arguments: ObjectFreeze(ArrayPrototypeSlice(args)),
    }));
  }

  report() {
    const actual = this.calls.length;
    if (actual === this.expected) return undefined;
    return {
      message: `Expected the ${this.name} function to be executed ${this.expected} time(s) but was ` +
        `executed ${actual} time(s).`,
      actual,
      expected: this.expected,
      operator: this.name,
      stack: this.stackError,
    };
  }
}

class CallTracker {
  #tracked = new SafeMap();

  #find(fn) {
    const tracked = this.#tracked.get(fn);
    if (tracked === undefined)
      throw new codes.ERR_INVALID_ARG_VALUE('tracked', fn, 'is not a tracked function');
    return tracked;
  }

  calls(fn, expected = 1) {
    if (process._exiting) throw new codes.ERR_UNAVAILABLE_DURING_EXIT();
    if (typeof fn === 'number') {
      expected = fn;
      fn = () => {};
    } else if (fn === undefined) {
      fn = () => {};
    }
    validateUint32(expected, 'expected', true);
    const tracked = new Tracked(expected, fn.name || 'calls', new Error());
    const proxy = new Proxy(fn, {
      __proto__: null,
      apply(target, thisArg, args) {
        tracked.record(thisArg, args);
        return ReflectApply(target, thisArg, args);
      },
    });
    this.#tracked.set(proxy, tracked);
    return proxy;
  }

  getCalls(fn) {
    return ObjectFreeze(ArrayPrototypeSlice(this.#find(fn).calls));
  }

  reset(fn) {
    if (fn !== undefined) {
      this.#find(fn).calls = [];
      return;
    }
    this.#tracked.forEach((tracked) => { tracked.calls = []; });
  }

  report() {
    const errors = [];
    this.#tracked.forEach((tracked) => {
      const problem = tracked.report();
      if (problem !== undefined) ArrayPrototypePush(errors, problem);
    });
    return errors;
  }

  verify() {
    const errors = this.report();
    if (errors.length === 0) return;
    const message = errors.length === 1 ? errors[0].message :
      'Functions were not called the expected number of times';
    throw new AssertionError({ message, details: errors });
  }
}

module.exports = CallTracker;
