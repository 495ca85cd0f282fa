'use strict';

// What comes before a value is cloned: the transfer list, and what cannot be cloned, found before the engine fails
// on it, so that the message names it as V8 does. Source: HTML Standard, "StructuredSerializeWithTransfer".

const {
  ArrayBufferIsView,
  ArrayPrototypeIndexOf,
  ArrayPrototypePush,
  MapPrototypeForEach,
  ObjectGetOwnPropertyDescriptor,
  ObjectKeys,
  ObjectPrototypeToString,
  SafeSet,
  SafeWeakSet,
  SetPrototypeForEach,
  String,
  StringPrototypeSlice,
  Symbol,
  SymbolIterator,
  TypeError,
  Uint8Array,
} = primordials;
const { className } = internalBinding('inspect');
const { unmetered } = internalBinding('meter');
const { kClone, packed } = require('internal/worker/cloneable');

// Set by the file of ports, which needs this one.
let isPort = () => false;
let isOpenPort = () => false;
function setPortRecognizer(recognizes, isOpen) {
  isPort = recognizes;
  isOpenPort = isOpen;
}

const untransferable = new SafeWeakSet();

function markAsUntransferable(object) {
  if ((typeof object === 'object' && object !== null) || typeof object === 'function') untransferable.add(object);
}

function nodeError(code, message) {
  return require('internal/errors').nativeError(TypeError, code, message);
}

function dataCloneError(message) {
  const { DOMException } = require('internal/domexception');
  return new DOMException(message, 'DataCloneError');
}

const kNotListed = Symbol('kNotListed');

// What stands in the way of cloning a value, or undefined; kNotListed: a port that is not in `listed`. Node's own objects
// that can be cloned are put into `objects`.
function obstacle(value, search) {
  if (typeof value === 'function' || typeof value === 'symbol') return value;
  if (typeof value !== 'object' || value === null || search.seen.has(value)) return undefined;
  search.seen.add(value);
  const types = require('internal/util/types');
  if (types.isPromise(value) || types.isProxy(value) || types.isWeakMap(value) || types.isWeakSet(value) ||
      types.isGeneratorObject(value) || types.isArgumentsObject(value) || types.isSymbolObject(value) ||
      types.isExternal(value) || className(value) === 'WeakRef') return value;
  if (types.isBoxedPrimitive(value) || types.isDate(value) || types.isRegExp(value)) return undefined;
  if (ArrayBufferIsView(value) || types.isAnyArrayBuffer(value)) return undefined;
  if (isPort(value)) return ArrayPrototypeIndexOf(search.listed, value) === -1 ? kNotListed : undefined;
  if (types.isNativeError(value)) return undefined;
  if (typeof value[kClone] === 'function') {
    ArrayPrototypePush(search.objects, value);
    return undefined;
  }
  let found;
  if (types.isMap(value)) {
    MapPrototypeForEach(value, (item, key) => {
      found ??= obstacle(key, search) ?? obstacle(item, search);
    });
  } else if (types.isSet(value)) {
    SetPrototypeForEach(value, (item) => { found ??= obstacle(item, search); });
  } else {
    const keys = ObjectKeys(value);
    for (let i = 0; i < keys.length && found === undefined; i++) {
      // A getter runs once, when the value is cloned.
      const property = ObjectGetOwnPropertyDescriptor(value, keys[i]);
      if (property?.get === undefined) found = obstacle(property?.value, search);
    }
  }
  return found;
}

function describe(value) {
  if (typeof value === 'function' || typeof value === 'symbol') return String(value);
  const types = require('internal/util/types');
  if (types.isPromise(value)) return '#<Promise>';
  if (types.isGeneratorObject(value)) return '[object Generator]';
  if (types.isSymbolObject(value)) return '[object Symbol]';
  if (types.isArgumentsObject(value)) return '#<Object>';
  if (types.isProxy(value)) return ObjectPrototypeToString(value) === '[object Array]' ? '[object Array]' : '#<Object>';
  return `#<${className(value)}>`;
}

function isDetached(buffer) {
  try {
    return new Uint8Array(buffer) === undefined;
  } catch {
    return true;
  }
}

// The list in what was given as a transfer list, or as options with one.
function listFrom(given) {
  if (given === undefined || given === null) return [];
  if (typeof given !== 'object' && typeof given !== 'function')
    throw nodeError('ERR_INVALID_ARG_TYPE', 'Optional transferList argument must be an iterable');
  if (typeof given[SymbolIterator] === 'function') return [...given];
  const { transfer } = given;
  if (transfer === undefined || transfer === null) return [];
  if ((typeof transfer !== 'object' && typeof transfer !== 'function') || typeof transfer[SymbolIterator] !== 'function')
    throw nodeError('ERR_INVALID_ARG_TYPE', 'Optional options.transfer argument must be an iterable');
  return [...transfer];
}

function checkListed(list, sourcePort) {
  const { isArrayBuffer } = require('internal/util/types');
  const kept = [];
  for (let i = 0; i < list.length; i++) {
    const item = list[i];
    const isBuffer = isArrayBuffer(item);
    if (!isBuffer && !isPort(item))
      throw nodeError('ERR_INVALID_TRANSFER_OBJECT', 'Found invalid object in transferList');
    if (untransferable.has(item)) continue;
    if (ArrayPrototypeIndexOf(list, item) !== i)
      throw dataCloneError(`Transfer list contains duplicate ${isBuffer ? 'ArrayBuffer' : 'MessagePort'}`);
    if (isBuffer && isDetached(item)) continue;
    if (item === sourcePort) throw dataCloneError('Transfer list contains source port');
    if (!isBuffer && !isOpenPort(item)) throw dataCloneError('MessagePort in transfer list is already detached');
    ArrayPrototypePush(kept, item);
  }
  return kept;
}

// Checks a value and its transfer list; what of the list the engine is to be given, and Node's own objects in the value.
const prepare = unmetered((value, transferOrOptions, sourcePort) => {
  const transfer = checkListed(listFrom(transferOrOptions), sourcePort);
  const objects = throwIfUncloneable(value, transfer);
  return { transfer: transfer.length === 0 ? undefined : transfer, count: transfer.length, objects };
});

// Node's own objects that it holds; undefined: none.
function throwIfUncloneable(value, transfer) {
  const search = { __proto__: null, listed: transfer, seen: new SafeSet(), objects: [] };
  const found = obstacle(value, search);
  if (found === undefined) return packed(search.objects);
  if (found === kNotListed)
    throw nodeError('ERR_MISSING_TRANSFERABLE_IN_TRANSFER_LIST',
                    'Object that needs transfer was found in message but not listed in transferList');
  throw dataCloneError(`${describe(found)} could not be cloned.`);
}

const kPreviewLength = 120;

// A value in one line, for the trace. Runs nothing of the program's.
const previewOf = unmetered((value) => {
  try {
    const { inspect } = require('internal/util/inspect');
    const text = inspect(value, {
      depth: 1, breakLength: Infinity, compact: true, customInspect: false, maxArrayLength: 6, maxStringLength: 60,
    });
    return text.length > kPreviewLength ? `${StringPrototypeSlice(text, 0, kPreviewLength)}…` : text;
  } catch {
    return '';
  }
});

module.exports = {
  dataCloneError,
  isContext: () => false,  // there is no vm module to make one
  markAsUntransferable,
  nodeError,
  prepare,
  previewOf,
  setPortRecognizer,
  throwIfUncloneable,
};
