'use strict';

// What the classes of web streams share: deferred promises, the program's callbacks as promises, what
// options mean, how the classes look.

const {
  ArrayPrototypeMap,
  FunctionPrototypeBind,
  NumberIsNaN,
  ObjectDefineProperties,
  ObjectDefineProperty,
  Promise,
  PromisePrototypeThen,
  PromiseReject,
  PromiseResolve,
  ReflectApply,
  SafePromiseAll,
  Symbol,
  SymbolFor,
  SymbolToStringTag,
} = primordials;
const { codes } = require('internal/errors');
const { kEnumerableProperty } = require('internal/util');
const { validateFunction } = require('internal/validators');
const { markHandled } = internalBinding('webstreams');

// Given by our own code only: scripts may not construct controllers and requests.
const kMayConstruct = Symbol('kMayConstruct');

// What stream.finished() and stream.addAbortSignal() look at.
const kIsClosedPromise = SymbolFor('nodejs.webstream.isClosedPromise');
const kControllerErrorFunction = SymbolFor('nodejs.webstream.controllerErrorFunction');

// A promise with its settling functions, of which only the first call counts.
class Deferred {
  constructor() {
    this.isPending = true;
    this.promise = new Promise((resolve, reject) => {
      this.settleWith = resolve;
      this.failWith = reject;
    });
  }

  resolve(value) {
    this.isPending = false;
    this.settleWith(value);
  }

  reject(error) {
    this.isPending = false;
    this.failWith(error);
  }

  static resolved() {
    return new Settled(PromiseResolve(undefined));
  }

  // Nobody need handle it.
  static rejected(error) {
    const promise = PromiseReject(error);
    markHandled(promise);
    return new Settled(promise);
  }
}

class Settled {
  isPending = false;

  constructor(promise) {
    this.promise = promise;
  }

  resolve() {}
  reject() {}
}

// Rejects without being reported when nobody listens.
function rejectQuietly(deferred, error) {
  markHandled(deferred.promise);
  deferred.reject(error);
}

// Source: Web IDL, "invoke a callback function" of one that returns a promise. Being an async function it
// takes as many microtasks as Node's, and a promise that is returned takes more.
async function invoke(method, self, args) {
  return ReflectApply(method, self, args);
}

async function doNothing() {}

// A method of the program's object as a function that returns a promise.
function asAlgorithm(name, method, self) {
  if (!method) return doNothing;
  validateFunction(method, name);
  return (...args) => invoke(method, self, args);
}

function asStart(method, self, controller) {
  return method ? FunctionPrototypeBind(method, self, controller) : () => {};
}

// A promise of what start() gave.
function whenStarted(result) {
  return new Promise((resolve) => resolve(result));
}

// When all are settled, as many microtasks later as Node says so.
function whenAll(values, start) {
  const each = ArrayPrototypeMap(values, (value) => new Promise((resolve, reject) => {
    PromisePrototypeThen(start(value), resolve, reject);
  }));
  return new Promise((resolve, reject) => {
    PromisePrototypeThen(SafePromiseAll(each), resolve, reject);
  });
}

const countEach = () => 1;

function highWaterMarkOf(value, otherwise) {
  if (value === undefined) return otherwise;
  const mark = +value;
  if (NumberIsNaN(mark) || mark < 0) throw new codes.ERR_INVALID_ARG_VALUE.RangeError('strategy.highWaterMark', mark);
  return mark;
}

function sizeAlgorithmOf(size) {
  if (size === undefined) return countEach;
  validateFunction(size, 'strategy.size');
  return size;
}

function invalidState(message) {
  return new codes.ERR_INVALID_STATE.TypeError(message);
}

function requirePermission(permission) {
  if (permission !== kMayConstruct) throw new codes.ERR_ILLEGAL_CONSTRUCTOR();
}

// What an instance keeps under the class's own symbol, which proves what it is.
function stateOf(value, symbol, name) {
  const state = value?.[symbol];
  if (state === undefined) throw new codes.ERR_INVALID_THIS(name);
  return state;
}

// Too deep, Node shows none of these at all.
function inspectAs(name, shown, depth, options) {
  if (depth < 0) return undefined;
  const { inspect } = require('internal/util/inspect');
  const rest = { ...options, depth: options.depth == null ? null : options.depth - 1 };
  return `${name} ${inspect(shown, rest)}`;
}

// Members as Web IDL has them: enumerable, and the class's name as its tag.
function shapeClass(constructor, name, members) {
  for (let i = 0; i < members.length; i++)
    ObjectDefineProperty(constructor.prototype, members[i], kEnumerableProperty);
  if (name === undefined) return;
  ObjectDefineProperty(constructor.prototype, SymbolToStringTag, { __proto__: null, configurable: true, value: name });
}

function hide(object, properties) {
  const descriptors = { __proto__: null };
  for (const key of [kIsClosedPromise, kControllerErrorFunction]) {
    descriptors[key] = { __proto__: null, configurable: true, enumerable: true, writable: true, value: properties[key] };
  }
  ObjectDefineProperties(object, descriptors);
}

module.exports = {
  asAlgorithm, asStart, countEach, Deferred, doNothing, hide, highWaterMarkOf, inspectAs, invalidState,
  kControllerErrorFunction, kIsClosedPromise, kMayConstruct, markHandled, rejectQuietly, requirePermission,
  shapeClass, sizeAlgorithmOf, stateOf, whenAll, whenStarted,
};
