'use strict';

// Small things that several built-in modules share, and the parts of `util` they need themselves.

const {
  ArrayPrototypePop,
  ArrayPrototypePush,
  ErrorPrototype,
  FunctionPrototypeBind,
  ObjectDefineProperties,
  ObjectDefineProperty,
  ObjectFreeze,
  ObjectGetOwnPropertyDescriptors,
  ObjectGetPrototypeOf,
  ObjectPrototypeIsPrototypeOf,
  ObjectSetPrototypeOf,
  ObjectValues,
  Promise,
  ReflectApply,
  ReflectConstruct,
  ReflectOwnKeys,
  RegExp,
  RegExpPrototypeSymbolReplace,
  SafeSet,
  SafeWeakRef,
  StringPrototypeToLowerCase,
  StringPrototypeToUpperCase,
  Symbol,
  SymbolAsyncDispose,
  SymbolDispose,
  SymbolFor,
} = primordials;
const { codes } = require('internal/errors');
const { isNativeError } = internalBinding('types');

const kEmptyObject = ObjectFreeze({ __proto__: null });
const kEnumerableProperty = { __proto__: null, enumerable: true };
ObjectFreeze(kEnumerableProperty);

const customInspectSymbol = SymbolFor('nodejs.util.inspect.custom');
const kCustomPromisify = SymbolFor('nodejs.util.promisify.custom');
// Of a callback API: the names under which promisify returns several results.
const customPromisifyArgs = Symbol('customPromisifyArgs');
const kIsEncodingSymbol = Symbol('kIsEncodingSymbol');

function isError(value) {
  return isNativeError(value) || ObjectPrototypeIsPrototypeOf(ErrorPrototype, value);
}

// Like assignment, but never reaches a setter of the prototype.
function setOwnProperty(object, key, value) {
  return ObjectDefineProperty(object, key, {
    __proto__: null, configurable: true, enumerable: true, writable: true, value,
  });
}

function once(callback, { preserveReturnValue = false } = kEmptyObject) {
  let called = false;
  let result;
  return function(...args) {
    if (called) return preserveReturnValue ? result : undefined;
    called = true;
    const value = ReflectApply(callback, this, args);
    if (preserveReturnValue) result = value;
    return value;
  };
}

function getLazy(initialize) {
  let value;
  let made = false;
  return function() {
    if (!made) {
      value = initialize();
      made = true;
    }
    return value;
  };
}

function cachedResult(fn) {
  let result;
  return () => {
    if (result === undefined) result = fn();
    return result;
  };
}

function settlerOf(resolve, reject, names) {
  return (error, ...values) => {
    if (error) return reject(error);
    if (names === undefined || values.length < 2) return resolve(values[0]);
    const result = {};
    for (let i = 0; i < names.length; i++) result[names[i]] = values[i];
    resolve(result);
  };
}

// Source: Node.js documentation "util.promisify(original)".
function promisify(original) {
  if (typeof original !== 'function')
    throw new codes.ERR_INVALID_ARG_TYPE('original', 'Function', original);
  const custom = original[kCustomPromisify];
  if (custom) {
    if (typeof custom !== 'function')
      throw new codes.ERR_INVALID_ARG_TYPE('util.promisify.custom', 'Function', custom);
    return ObjectDefineProperty(custom, kCustomPromisify, {
      __proto__: null, configurable: true, enumerable: false, writable: false, value: custom,
    });
  }
  const names = original[customPromisifyArgs];
  function fn(...args) {
    return new Promise((resolve, reject) => {
      ArrayPrototypePush(args, settlerOf(resolve, reject, names));
      ReflectApply(original, this, args);
    });
  }
  ObjectSetPrototypeOf(fn, ObjectGetPrototypeOf(original));
  ObjectDefineProperty(fn, kCustomPromisify, {
    __proto__: null, configurable: true, enumerable: false, writable: false, value: fn,
  });
  return ObjectDefineProperties(fn, ownDescriptors(original));
}

// Descriptors that a script's change of Object.prototype cannot alter.
function ownDescriptors(object) {
  const descriptors = ObjectGetOwnPropertyDescriptors(object);
  const list = ObjectValues(descriptors);
  for (let i = 0; i < list.length; i++) ObjectSetPrototypeOf(list[i], null);
  return descriptors;
}

promisify.custom = kCustomPromisify;

// Source: Node.js documentation "util.callbackify(original)". The callback runs as a tick, so that
// what it throws is an uncaught exception and not a rejection.
function callbackify(original) {
  require('internal/validators').validateFunction(original, 'original');

  function onRejected(reason, callback) {
    if (!reason) reason = new codes.ERR_FALSY_VALUE_REJECTION(reason);
    return callback(reason);
  }

  function callbackified(...args) {
    const last = ArrayPrototypePop(args);
    require('internal/validators').validateFunction(last, 'last argument');
    const callback = FunctionPrototypeBind(last, this);
    ReflectApply(original, this, args).then(
      (result) => { process.nextTick(callback, null, result); },
      (reason) => { process.nextTick(onRejected, reason, callback); });
  }

  const descriptors = ownDescriptors(original);
  if (typeof descriptors.length.value === 'number') descriptors.length.value++;
  if (typeof descriptors.name.value === 'string') descriptors.name.value += 'Callbackified';
  return ObjectDefineProperties(callbackified, descriptors);
}

const warnedCodes = new SafeSet();

function warnOnce(message, code, deprecated) {
  let warned = false;
  return () => {
    if (warned) return;
    warned = true;
    if (code === undefined) return process.emitWarning(message, 'DeprecationWarning', deprecated);
    if (warnedCodes.has(code)) return;
    warnedCodes.add(code);
    process.emitWarning(message, 'DeprecationWarning', code, deprecated);
  };
}

// Source: Node.js documentation "util.deprecate(fn, msg[, code])".
function deprecate(fn, message, code, useEmitSync) {
  if (code !== undefined) require('internal/validators').validateString(code, 'code');
  if (process.noDeprecation === true) return fn;
  const warn = warnOnce(message, code, deprecated);
  function deprecated(...args) {
    if (!process.noDeprecation) warn();
    if (new.target) return ReflectConstruct(fn, args, new.target);
    return ReflectApply(fn, this, args);
  }
  // The prototype keeps `instanceof` and static members working for classes.
  ObjectSetPrototypeOf(deprecated, fn);
  if (fn.prototype) deprecated.prototype = fn.prototype;
  return deprecated;
}

const warnedFeatures = new SafeSet();

function emitExperimentalWarning(feature, message, code, ctor) {
  if (warnedFeatures.has(feature)) return;
  warnedFeatures.add(feature);
  process.emitWarning(
    message ?? `${feature} is an experimental feature and might change at any time`,
    'ExperimentalWarning', code, ctor);
}

// Properties that load their module when they are first read, and can be overwritten.
function defineLazyProperties(target, id, keys, enumerable = true) {
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    const settle = (value) => ObjectDefineProperty(target, key, {
      __proto__: null, configurable: true, enumerable, writable: true, value,
    });
    ObjectDefineProperty(target, key, {
      __proto__: null,
      configurable: true,
      enumerable,
      get() {
        const value = require(id)[key];
        settle(value);
        return value;
      },
      set(value) { settle(value); },
    });
  }
}

function defineOperation(target, name, method) {
  ObjectDefineProperty(target, name, {
    __proto__: null, configurable: true, enumerable: true, writable: true, value: method,
  });
}

function exposeInterface(target, name, value) {
  ObjectDefineProperty(target, name, {
    __proto__: null, configurable: true, enumerable: false, writable: true, value,
  });
}

function filterOwnProperties(source, keys) {
  const result = { __proto__: null };
  const own = ReflectOwnKeys(source);
  for (let i = 0; i < own.length; i++)
    for (let j = 0; j < keys.length; j++)
      if (own[i] === keys[j]) result[own[i]] = source[own[i]];
  return result;
}

// Removes one element in place: several times faster than splice on short lists.
function spliceOne(list, index) {
  for (; index + 1 < list.length; index++) list[index] = list[index + 1];
  ArrayPrototypePop(list);
}

function join(list, separator) {
  let text = '';
  for (let i = 0; i < list.length; i++) {
    if (i > 0) text += separator;
    text += list[i];
  }
  return text;
}

const encodings = {
  __proto__: null,
  'utf8': 'utf8', 'utf-8': 'utf8',
  'ucs2': 'utf16le', 'ucs-2': 'utf16le', 'utf16le': 'utf16le', 'utf-16le': 'utf16le',
  'latin1': 'latin1', 'binary': 'latin1',
  'base64': 'base64', 'base64url': 'base64url', 'hex': 'hex', 'ascii': 'ascii',
};

// Node's own name of an encoding, 'utf8' for none, undefined for an unknown one.
function normalizeEncoding(encoding) {
  if (encoding === undefined || encoding === null || encoding === '') return 'utf8';
  return encodings[encoding] ?? encodings[StringPrototypeToLowerCase(`${encoding}`)];
}

const encodingsMap = {
  __proto__: null,
  ascii: 0, utf8: 1, base64: 2, utf16le: 3, latin1: 4, hex: 5, buffer: 6, base64url: 7,
};

// Source: ECMA-48. Operating system commands end with BEL or ST; control sequences with a final byte.
const kSystemCommand = '\\u001B\\][^\\u0007\\u001B\\u009C]*(?:\\u0007|\\u001B\\\\|\\u009C)';
const kControlSequence = '(?:\\u001B\\[|\\u009B)[0-?]*[ -/]*[@-~]';
const kOtherEscape = '\\u001B[ -/]*[0-Z\\\\^-~]';
let escapes;

function removeColors(text) {
  escapes ??= new RegExp(`${kSystemCommand}|${kControlSequence}|${kOtherEscape}`, 'g');
  return RegExpPrototypeSymbolReplace(escapes, text, '');
}

function convertToValidSignal(signal) {
  const { signals } = require('os').constants;
  if (typeof signal === 'number') {
    for (const name in signals) if (signals[name] === signal) return signal;
  }
  if (typeof signal === 'string') {
    const number = signals[StringPrototypeToUpperCase(signal)];
    if (number) return number;
  }
  throw new codes.ERR_UNKNOWN_SIGNAL(signal);
}

function createDeferredPromise() {
  let resolve;
  let reject;
  const promise = new Promise((fulfil, refuse) => {
    resolve = fulfil;
    reject = refuse;
  });
  return { promise, resolve, reject };
}

function lazyDOMExceptionClass() {
  return require('internal/domexception').DOMException;
}

function lazyDOMException(message, name) {
  return new (lazyDOMExceptionClass())(message, name);
}

function getSystemErrorName(errno) {
  return require('internal/system_errors').codeOf(errno);
}

function getSystemErrorMap() {
  return require('internal/system_errors').getSystemErrorMap();
}

function getConstructorOf(object) {
  while (object) {
    const descriptor = primordials.ObjectGetOwnPropertyDescriptor(object, 'constructor');
    if (descriptor !== undefined && typeof descriptor.value === 'function' &&
        descriptor.value.name !== '') return descriptor.value;
    object = ObjectGetPrototypeOf(object);
  }
  return undefined;
}

// A reference that is weak until someone counts on it.
class WeakReference {
  #weak;
  #strong = null;
  #count = 0;

  constructor(object) {
    this.#weak = new SafeWeakRef(object);
  }

  incRef() {
    if (++this.#count === 1) this.#strong = this.#weak.deref();
    return this.#count;
  }

  decRef() {
    if (--this.#count === 0) this.#strong = null;
    return this.#count;
  }

  get() {
    return this.#weak.deref();
  }
}

module.exports = {
  SymbolAsyncDispose,
  SymbolDispose,
  WeakReference,
  cachedResult,
  callbackify,
  convertToValidSignal,
  createDeferredPromise,
  customInspectSymbol,
  customPromisifyArgs,
  defineLazyProperties,
  defineOperation,
  deprecate,
  emitExperimentalWarning,
  encodingsMap,
  exposeInterface,
  filterOwnProperties,
  getConstructorOf,
  getLazy,
  getSystemErrorMap,
  getSystemErrorName,
  isError,
  join,
  kEmptyObject,
  kEnumerableProperty,
  kIsEncodingSymbol,
  lazyDOMException,
  lazyDOMExceptionClass,
  normalizeEncoding,
  once,
  promisify,
  removeColors,
  setOwnProperty,
  spliceOne,
};
