'use strict';

// Source: Node.js documentation "util.types". The binding looks at internal slots; only what kind a
// function is has no slot to ask for.

const {
  ArrayBufferIsView,
  AsyncFunction,
  FunctionPrototype,
  FunctionPrototypeToString,
  GeneratorFunction,
  ObjectGetPrototypeOf,
  RegExpPrototypeExec,
} = primordials;
const types = internalBinding('types');

const asyncFunctionPrototype = AsyncFunction.prototype;
const generatorFunctionPrototype = GeneratorFunction.prototype;
const asyncGeneratorFunctionPrototype = ObjectGetPrototypeOf(async function* () {});

const kAsyncSource = /^async(?![\w$])/;
const kGeneratorSource = /^(?:async\s+)?(?:function\s*)?\*/;

// By the prototype every such function is made with; by its source text if that was replaced.
function isKind(fn, prototype, source) {
  if (typeof fn !== 'function' || types.isProxy(fn)) return false;
  const actual = ObjectGetPrototypeOf(fn);
  if (actual === prototype || actual === asyncGeneratorFunctionPrototype) return true;
  if (actual === FunctionPrototype) return false;
  return RegExpPrototypeExec(source, FunctionPrototypeToString(fn)) !== null;
}

function isAsyncFunction(value) {
  return isKind(value, asyncFunctionPrototype, kAsyncSource);
}

function isGeneratorFunction(value) {
  return isKind(value, generatorFunctionPrototype, kGeneratorSource);
}

// In the order in which Node lists them.
module.exports = {
  isExternal: types.isExternal,
  isDate: types.isDate,
  isArgumentsObject: types.isArgumentsObject,
  isBigIntObject: types.isBigIntObject,
  isBooleanObject: types.isBooleanObject,
  isNumberObject: types.isNumberObject,
  isStringObject: types.isStringObject,
  isSymbolObject: types.isSymbolObject,
  isNativeError: types.isNativeError,
  isRegExp: types.isRegExp,
  isAsyncFunction,
  isGeneratorFunction,
  isGeneratorObject: types.isGeneratorObject,
  isPromise: types.isPromise,
  isMap: types.isMap,
  isSet: types.isSet,
  isMapIterator: types.isMapIterator,
  isSetIterator: types.isSetIterator,
  isWeakMap: types.isWeakMap,
  isWeakSet: types.isWeakSet,
  isArrayBuffer: types.isArrayBuffer,
  isDataView: types.isDataView,
  isSharedArrayBuffer: types.isSharedArrayBuffer,
  isProxy: types.isProxy,
  isModuleNamespaceObject: types.isModuleNamespaceObject,
  isAnyArrayBuffer: types.isAnyArrayBuffer,
  isBoxedPrimitive: types.isBoxedPrimitive,
  isArrayBufferView: ArrayBufferIsView,
  isTypedArray: types.isTypedArray,
  isUint8Array: types.isUint8Array,
  isUint8ClampedArray: types.isUint8ClampedArray,
  isUint16Array: types.isUint16Array,
  isUint32Array: types.isUint32Array,
  isInt8Array: types.isInt8Array,
  isInt16Array: types.isInt16Array,
  isInt32Array: types.isInt32Array,
  isFloat32Array: types.isFloat32Array,
  isFloat64Array: types.isFloat64Array,
  isBigInt64Array: types.isBigInt64Array,
  isBigUint64Array: types.isBigUint64Array,
  isKeyObject: types.isKeyObject,
  isCryptoKey: types.isCryptoKey,
};
