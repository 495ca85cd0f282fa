'use strict';

// Source: HTML Standard, "structuredClone"; the algorithm itself is the engine's.

const {
  ArrayBufferIsView,
  ArrayPrototypeIndexOf,
  MapPrototypeForEach,
  ObjectKeys,
  SafeSet,
  SetPrototypeForEach,
  String,
  SymbolIterator,
  TypeError,
  Uint8Array,
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

function nodeError(code, message) {
  return require('internal/errors').nativeError(TypeError, code, message);
}

function transferOf(options) {
  const { isArrayBuffer } = require('internal/util/types');
  if (options === undefined || options === null) return undefined;
  if (typeof options !== 'object' && typeof options !== 'function')
    throw nodeError('ERR_INVALID_ARG_TYPE', 'The options argument must be either an object or undefined');
  const { transfer } = options;
  if (transfer === undefined || transfer === null) return undefined;
  if (typeof transfer !== 'object' && typeof transfer !== 'function')
    throw nodeError('ERR_INVALID_ARG_TYPE', 'Optional transferList argument must be an iterable');
  if (typeof transfer[SymbolIterator] !== 'function') return undefined;
  const list = [...transfer];
  for (let i = 0; i < list.length; i++) {
    if (!isArrayBuffer(list[i]) || isDetached(list[i]))
      throw nodeError('ERR_INVALID_TRANSFER_OBJECT', 'Found invalid object in transferList');
    if (ArrayPrototypeIndexOf(list, list[i]) !== i) throw dataCloneError('Transfer list contains duplicate ArrayBuffer');
  }
  return list;
}

function isDetached(buffer) {
  try {
    return new Uint8Array(buffer) === undefined;
  } catch {
    return true;
  }
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
