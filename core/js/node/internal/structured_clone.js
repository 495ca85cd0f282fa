'use strict';

// Source: HTML Standard, "structuredClone"; the algorithm itself is the engine's.

const {
  ArrayBufferIsView,
  MapPrototypeForEach,
  ObjectKeys,
  SafeSet,
  SetPrototypeForEach,
  String,
  SymbolIterator,
  TypeError,
} = primordials;
const { className } = internalBinding('inspect');
const { clone } = internalBinding('structured_clone');

function dataCloneError(message) {
  const { DOMException } = require('internal/domexception');
  return new DOMException(message, 'DataCloneError');
}

// What cannot be cloned, found before the engine fails on it, so that the message names it as V8 does.
function firstUncloneable(value, seen) {
  if (typeof value === 'function' || typeof value === 'symbol') return value;
  if (typeof value !== 'object' || value === null || seen.has(value)) return undefined;
  seen.add(value);
  const { isPromise, isProxy, isWeakMap, isWeakSet, isMap, isSet, isBoxedPrimitive, isDate, isRegExp } =
    require('internal/util/types');
  if (isPromise(value) || isProxy(value) || isWeakMap(value) || isWeakSet(value)) return value;
  if (isBoxedPrimitive(value) || isDate(value) || isRegExp(value)) return undefined;
  if (ArrayBufferIsView(value)) return undefined;
  let found;
  if (isMap(value)) {
    MapPrototypeForEach(value, (item, key) => {
      found ??= firstUncloneable(key, seen) ?? firstUncloneable(item, seen);
    });
  } else if (isSet(value)) {
    SetPrototypeForEach(value, (item) => { found ??= firstUncloneable(item, seen); });
  } else {
    const keys = ObjectKeys(value);
    for (let i = 0; i < keys.length && found === undefined; i++) {
      found = firstUncloneable(value[keys[i]], seen);
    }
  }
  return found;
}

function describe(value) {
  if (typeof value === 'function' || typeof value === 'symbol') return String(value);
  const { isPromise } = require('internal/util/types');
  return isPromise(value) ? '#<Promise>' : `#<${className(value)}>`;
}

function transferOf(options) {
  const refuse = (message) => require('internal/errors').nativeError(TypeError, 'ERR_INVALID_ARG_TYPE', message);
  if (options === undefined || options === null) return undefined;
  if (typeof options !== 'object' && typeof options !== 'function')
    throw refuse('The options argument must be either an object or undefined');
  const { transfer } = options;
  if (transfer === undefined || transfer === null) return undefined;
  if (typeof transfer !== 'object' && typeof transfer !== 'function' || transfer[SymbolIterator] === undefined)
    throw refuse('Optional transferList argument must be an iterable');
  return [...transfer];
}

function structuredClone(value, options) {
  if (arguments.length === 0) {
    const { ERR_MISSING_ARGS } = require('internal/errors').codes;
    throw new ERR_MISSING_ARGS('The "value" argument must be specified');
  }
  const transfer = transferOf(options);
  const uncloneable = firstUncloneable(value, new SafeSet());
  if (uncloneable !== undefined) throw dataCloneError(`${describe(uncloneable)} could not be cloned.`);
  try {
    return clone(value, transfer);
  } catch (error) {
    throw dataCloneError(error.message);
  }
}

module.exports = { structuredClone };
