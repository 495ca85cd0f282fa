'use strict';

// Fills `primordials` with the language's own functions, under the names Node made common:
// statics as ObjectKeys, methods uncurried as ArrayPrototypePush(array, value), getters as
// MapPrototypeGetSize(map), well-known symbols as SymbolIterator, constructors under their own names.
// Runs before any script, so what a script patches later does not reach the built-in modules.

const { captureIntrinsic, copyMethods, uncurryThis } = internalBinding('util');
const { defineProperty, freeze, getPrototypeOf, setPrototypeOf } = Object;
const { apply } = Reflect;

const namespaces = ['Atomics', 'JSON', 'Math', 'Proxy', 'Reflect'];

const constructors = [
  'AggregateError', 'Array', 'ArrayBuffer', 'BigInt', 'BigInt64Array', 'BigUint64Array',
  'Boolean', 'DataView', 'Date', 'Error', 'EvalError', 'FinalizationRegistry', 'Float32Array',
  'Float64Array', 'Function', 'Int16Array', 'Int32Array', 'Int8Array', 'Map', 'Number', 'Object',
  'Promise', 'RangeError', 'ReferenceError', 'RegExp', 'Set', 'SharedArrayBuffer', 'String',
  'Symbol', 'SyntaxError', 'TypeError', 'URIError', 'Uint16Array', 'Uint32Array', 'Uint8Array',
  'Uint8ClampedArray', 'WeakMap', 'WeakRef', 'WeakSet',
];

const functions = [
  'decodeURI', 'decodeURIComponent', 'encodeURI', 'encodeURIComponent', 'escape', 'unescape',
];

// Node 20's V8 has no Symbol.dispose; Node adds its own.
for (const name of ['dispose', 'asyncDispose'])
  defineProperty(Symbol, name, { __proto__: null, value: Symbol.for(`nodejs.${name}`) });

function captureClass(name, constructor) {
  primordials[name] = constructor;
  captureIntrinsic(primordials, name, constructor, false);
  captureIntrinsic(primordials, `${name}Prototype`, constructor.prototype, true);
}

for (const name of namespaces) {
  const namespace = globalThis[name];
  if (namespace === undefined) continue;
  primordials[name] = namespace;
  captureIntrinsic(primordials, name, namespace, false);
}
for (const name of constructors) {
  const constructor = globalThis[name];
  if (constructor !== undefined) captureClass(name, constructor);
}
for (const name of functions) primordials[name] = globalThis[name];

primordials.globalThis = globalThis;
primordials.uncurryThis = uncurryThis;
primordials.applyBind = (method, self) => self === undefined ?
  (receiver, args) => apply(method, receiver, args) :
  (args) => apply(method, self, args);

// Intrinsics without a global name.
captureClass('TypedArray', getPrototypeOf(Uint8Array));
function capturePrototype(name, prototype) {
  primordials[`${name}Prototype`] = prototype;
  captureIntrinsic(primordials, `${name}Prototype`, prototype, true);
}
const arrayIterator = getPrototypeOf([][Symbol.iterator]());
capturePrototype('Iterator', getPrototypeOf(arrayIterator));
capturePrototype('ArrayIterator', arrayIterator);
capturePrototype('StringIterator', getPrototypeOf(''[Symbol.iterator]()));
capturePrototype('MapIterator', getPrototypeOf(new Map().keys()));
capturePrototype('SetIterator', getPrototypeOf(new Set().keys()));
const asyncGenerator = getPrototypeOf(async function* () {}).prototype;
capturePrototype('AsyncGenerator', asyncGenerator);
capturePrototype('AsyncIterator', getPrototypeOf(asyncGenerator));
primordials.GeneratorFunction = getPrototypeOf(function* () {}).constructor;
primordials.AsyncFunction = getPrototypeOf(async function() {}).constructor;

// Promise's statics need Promise as `this`.
for (const name of ['all', 'allSettled', 'any', 'race', 'reject', 'resolve']) {
  const method = Promise[name];
  primordials[`Promise${name[0].toUpperCase()}${name.slice(1)}`] =
    (value) => apply(method, Promise, [value]);
}

// Functions of many arguments, as taking one list of them.
for (const name of ['ArrayPrototypePush', 'ArrayPrototypeUnshift', 'ArrayPrototypeConcat',
                    'StringPrototypeConcat']) {
  const method = primordials[name];
  primordials[`${name}Apply`] = (self, list) => apply(method, undefined, [self, ...list]);
}
for (const name of ['MathMax', 'MathMin', 'MathHypot', 'StringFromCharCode',
                    'StringFromCodePoint', 'ArrayOf']) {
  const method = primordials[name];
  primordials[`${name}Apply`] = (list) => apply(method, undefined, list);
}

// A class whose prototype holds all its methods itself and cannot be changed.
function makeSafe(base, safe) {
  copyMethods(safe.prototype, base.prototype);
  setPrototypeOf(safe.prototype, null);
  freeze(safe.prototype);
  freeze(safe);
  return safe;
}
primordials.makeSafe = makeSafe;
primordials.SafeMap = makeSafe(Map, class SafeMap extends Map {});
primordials.SafeSet = makeSafe(Set, class SafeSet extends Set {});
primordials.SafeWeakMap = makeSafe(WeakMap, class SafeWeakMap extends WeakMap {});
primordials.SafeWeakSet = makeSafe(WeakSet, class SafeWeakSet extends WeakSet {});
if (globalThis.WeakRef !== undefined)
  primordials.SafeWeakRef = makeSafe(WeakRef, class SafeWeakRef extends WeakRef {});
if (globalThis.FinalizationRegistry !== undefined) {
  primordials.SafeFinalizationRegistry =
    makeSafe(FinalizationRegistry,
             class SafeFinalizationRegistry extends FinalizationRegistry {});
}

// Iteration that a changed %ArrayIteratorPrototype%.next or String.prototype[Symbol.iterator]
// cannot disturb: `for (const x of new SafeArrayIterator(array))`.
function safeIterator(createIterator, next) {
  class SafeIterator {
    constructor(iterable) {
      this._iterator = createIterator(iterable);
    }
    next() {
      return next(this._iterator);
    }
    [Symbol.iterator]() {
      return this;
    }
  }
  setPrototypeOf(SafeIterator.prototype, null);
  freeze(SafeIterator.prototype);
  return SafeIterator;
}
primordials.SafeArrayIterator =
  safeIterator(primordials.ArrayPrototypeSymbolIterator, primordials.ArrayIteratorPrototypeNext);
primordials.SafeStringIterator =
  safeIterator(primordials.StringPrototypeSymbolIterator, primordials.StringIteratorPrototypeNext);

// Promise combinators over an array that call only captured functions. They make plain promises.
const { PromisePrototypeThen, PromiseResolve } = primordials;

primordials.SafePromiseAll = (values, map) => new Promise((resolve, reject) => {
  const results = [];
  let pending = values.length;
  if (pending === 0) resolve(results);
  for (let i = 0; i < values.length; i++) {
    const value = map === undefined ? values[i] : map(values[i], i);
    PromisePrototypeThen(PromiseResolve(value), (result) => {
      results[i] = result;
      if (--pending === 0) resolve(results);
    }, reject);
  }
});
primordials.SafePromiseAllReturnVoid = (values, map) =>
  PromisePrototypeThen(primordials.SafePromiseAll(values, map), () => {});
primordials.SafePromiseRace = (values, map) => new Promise((resolve, reject) => {
  for (let i = 0; i < values.length; i++) {
    const value = map === undefined ? values[i] : map(values[i], i);
    PromisePrototypeThen(PromiseResolve(value), resolve, reject);
  }
});
primordials.SafePromisePrototypeFinally = (promise, onFinally) =>
  new Promise((resolve, reject) => {
    const settled = primordials.PromisePrototypeFinally(promise, onFinally);
    PromisePrototypeThen(settled, resolve, reject);
  });
primordials.PromisePrototypeCatch = (promise, onRejected) =>
  PromisePrototypeThen(promise, undefined, onRejected);
