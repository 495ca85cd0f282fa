'use strict';

// Deep equality. Source: Node.js documentation "assert.deepStrictEqual" and "assert.deepEqual" under
// "Comparison details". `strict` distinguishes the two.

const {
  ArrayIsArray,
  ArrayPrototypePush,
  BigIntPrototypeValueOf,
  BooleanPrototypeValueOf,
  DataViewPrototypeGetBuffer,
  DataViewPrototypeGetByteLength,
  DataViewPrototypeGetByteOffset,
  DatePrototypeGetTime,
  ErrorPrototype,
  MapPrototypeForEach,
  MapPrototypeGet,
  MapPrototypeGetSize,
  MapPrototypeHas,
  NumberIsNaN,
  NumberPrototypeValueOf,
  ObjectGetOwnPropertySymbols,
  ObjectGetPrototypeOf,
  ObjectIs,
  ObjectKeys,
  ObjectPrototypeHasOwnProperty,
  ObjectPrototypeIsPrototypeOf,
  ObjectPrototypePropertyIsEnumerable,
  ObjectPrototypeToString,
  RegExpPrototypeGetFlags,
  RegExpPrototypeGetSource,
  SafeSet,
  SetPrototypeForEach,
  SetPrototypeGetSize,
  SetPrototypeHas,
  StringPrototypeValueOf,
  SymbolPrototypeValueOf,
  TypedArrayPrototypeGetBuffer,
  TypedArrayPrototypeGetByteLength,
  TypedArrayPrototypeGetByteOffset,
  TypedArrayPrototypeGetLength,
  TypedArrayPrototypeGetSymbolToStringTag,
  Uint8Array,
} = primordials;
const { ownNonIndexKeys } = internalBinding('util');
const types = internalBinding('types');

// The objects being compared now. A pair that is met again inside itself is equal unless something
// else differs, so cycles end.
class Path {
  left = new SafeSet();
  right = new SafeSet();

  // Calls compare() with the pair on the path, or answers from the path.
  within(a, b, compare) {
    const { left, right } = this;
    const newA = !left.has(a);
    const newB = !right.has(b);
    if (!newA && !newB) return true;
    if (newA) left.add(a);
    if (newB) right.add(b);
    const result = compare();
    if (newA) left.delete(a);
    if (newB) right.delete(b);
    return result;
  }
}

function isObject(value) {
  return typeof value === 'object' && value !== null;
}

// A script that never loaded URL has none.
function isUrl(object) {
  return object.href !== undefined && object.protocol !== undefined &&
    require('internal/url').isURL?.(object) === true;
}

function isError(value) {
  return types.isNativeError(value) || ObjectPrototypeIsPrototypeOf(ErrorPrototype, value);
}

function equalPrimitives(a, b, strict) {
  if (strict) return typeof a === 'number' && NumberIsNaN(a) && NumberIsNaN(b);
  return a == b || (NumberIsNaN(a) && NumberIsNaN(b));
}

function equal(a, b, strict, path) {
  if (a === b) return a !== 0 || !strict || ObjectIs(a, b);
  if (!isObject(a) || !isObject(b)) {
    if (strict || (!isObject(a) && !isObject(b))) return equalPrimitives(a, b, strict);
    return false;
  }
  if (strict && ObjectGetPrototypeOf(a) !== ObjectGetPrototypeOf(b)) return false;
  if (ObjectPrototypeToString(a) !== ObjectPrototypeToString(b)) return false;
  return equalObjects(a, b, strict, path);
}

// What kind of contents an object has besides its properties.
function kindOf(object) {
  if (ArrayIsArray(object)) return 'array';
  if (types.isDate(object)) return 'date';
  if (types.isRegExp(object)) return 'regexp';
  if (isError(object)) return 'error';
  if (types.isArrayBufferView(object)) return 'view';
  if (types.isSet(object)) return 'set';
  if (types.isMap(object)) return 'map';
  if (types.isAnyArrayBuffer(object)) return 'buffer';
  if (types.isBoxedPrimitive(object)) return 'boxed';
  if (isUrl(object)) return 'url';
  return 'plain';
}

function equalObjects(a, b, strict, path) {
  const kind = kindOf(a);
  if (kindOf(b) !== kind) return false;
  switch (kind) {
    case 'array':
      return a.length === b.length && equalIndexed(a, b, strict, path, equalElements);
    case 'view':
      return equalViews(a, b, strict) && equalIndexed(a, b, strict, path, undefined);
    case 'set':
      return SetPrototypeGetSize(a) === SetPrototypeGetSize(b) &&
        equalProperties(a, b, strict, path, ObjectKeys(a), ObjectKeys(b), equalSets);
    case 'map':
      return MapPrototypeGetSize(a) === MapPrototypeGetSize(b) &&
        equalProperties(a, b, strict, path, ObjectKeys(a), ObjectKeys(b), equalMaps);
    default:
      if (!equalSlots(kind, a, b)) return false;
      if (kind === 'error') {
        return equalProperties(a, b, strict, path, ObjectKeys(a), ObjectKeys(b), equalErrors);
      }
      return equalProperties(a, b, strict, path, ObjectKeys(a), ObjectKeys(b), undefined);
  }
}

function equalSlots(kind, a, b) {
  switch (kind) {
    case 'date':
      return DatePrototypeGetTime(a) === DatePrototypeGetTime(b);
    case 'regexp':
      return RegExpPrototypeGetSource(a) === RegExpPrototypeGetSource(b) &&
        RegExpPrototypeGetFlags(a) === RegExpPrototypeGetFlags(b) && a.lastIndex === b.lastIndex;
    case 'error':
      return a.message === b.message && a.name === b.name;
    case 'buffer':
      return equalBytes(new Uint8Array(a), new Uint8Array(b));
    case 'boxed':
      return equalBoxed(a, b);
    case 'url':
      return a.href === b.href;
    default:
      return true;
  }
}

// What errors hold without showing it as properties.
function equalErrors(a, b, strict, path) {
  return equal(a.cause, b.cause, strict, path) && equal(a.errors, b.errors, strict, path);
}

function equalBoxed(a, b) {
  if (types.isNumberObject(a))
    return types.isNumberObject(b) && ObjectIs(NumberPrototypeValueOf(a), NumberPrototypeValueOf(b));
  if (types.isStringObject(a))
    return types.isStringObject(b) && StringPrototypeValueOf(a) === StringPrototypeValueOf(b);
  if (types.isBooleanObject(a))
    return types.isBooleanObject(b) && BooleanPrototypeValueOf(a) === BooleanPrototypeValueOf(b);
  if (types.isBigIntObject(a))
    return types.isBigIntObject(b) && BigIntPrototypeValueOf(a) === BigIntPrototypeValueOf(b);
  return types.isSymbolObject(b) && SymbolPrototypeValueOf(a) === SymbolPrototypeValueOf(b);
}

function equalBytes(a, b) {
  const length = TypedArrayPrototypeGetLength(a);
  if (length !== TypedArrayPrototypeGetLength(b)) return false;
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return false;
  return true;
}

function bytesOf(view) {
  if (types.isTypedArray(view)) {
    return new Uint8Array(TypedArrayPrototypeGetBuffer(view), TypedArrayPrototypeGetByteOffset(view),
                          TypedArrayPrototypeGetByteLength(view));
  }
  return new Uint8Array(DataViewPrototypeGetBuffer(view), DataViewPrototypeGetByteOffset(view),
                        DataViewPrototypeGetByteLength(view));
}

// By their bytes; loosely, floats by their numbers, so that 0 equals -0.
function equalViews(a, b, strict) {
  const name = types.isTypedArray(a) ? TypedArrayPrototypeGetSymbolToStringTag(a) : undefined;
  const other = types.isTypedArray(b) ? TypedArrayPrototypeGetSymbolToStringTag(b) : undefined;
  if (name !== other) return false;
  const isFloat = name === 'Float32Array' || name === 'Float64Array';
  if (strict || !isFloat) return equalBytes(bytesOf(a), bytesOf(b));
  return equalBytes(a, b);
}

// Arrays and views: `elements` compares what has an index, here is the rest.
function equalIndexed(a, b, strict, path, elements) {
  const keysA = ownNonIndexKeys(a, true);
  const keysB = ownNonIndexKeys(b, true);
  return equalProperties(a, b, strict, path, namesOf(keysA), namesOf(keysB), elements);
}

function namesOf(keys) {
  const names = [];
  for (let i = 0; i < keys.length; i++)
    if (typeof keys[i] === 'string') ArrayPrototypePush(names, keys[i]);
  return names;
}

function enumerableSymbols(object) {
  const symbols = ObjectGetOwnPropertySymbols(object);
  const result = [];
  for (let i = 0; i < symbols.length; i++) {
    if (ObjectPrototypePropertyIsEnumerable(object, symbols[i]))
      ArrayPrototypePush(result, symbols[i]);
  }
  return result;
}

// Compares own enumerable properties (strictly: symbols as well), then the contents.
function equalProperties(a, b, strict, path, keysA, keysB, contents) {
  if (keysA.length !== keysB.length) return false;
  for (let i = 0; i < keysA.length; i++) {
    const owned = strict ? ObjectPrototypePropertyIsEnumerable(b, keysA[i]) :
      ObjectPrototypeHasOwnProperty(b, keysA[i]);
    if (!owned) return false;
  }
  if (strict) {
    const symbols = enumerableSymbols(a);
    if (symbols.length !== enumerableSymbols(b).length) return false;
    for (let i = 0; i < symbols.length; i++) {
      if (!ObjectPrototypePropertyIsEnumerable(b, symbols[i])) return false;
      ArrayPrototypePush(keysA, symbols[i]);
    }
  }
  if (keysA.length === 0 && contents === undefined) return true;
  path ??= new Path();
  return path.within(a, b, () => {
    if (contents !== undefined && !contents(a, b, strict, path)) return false;
    for (let i = 0; i < keysA.length; i++)
      if (!equal(a[keysA[i]], b[keysA[i]], strict, path)) return false;
    return true;
  });
}

function equalElements(a, b, strict, path) {
  for (let i = 0; i < a.length; i++) {
    if (ObjectPrototypeHasOwnProperty(a, i)) {
      if (!ObjectPrototypeHasOwnProperty(b, i) || !equal(a[i], b[i], strict, path)) return false;
    } else if (ObjectPrototypeHasOwnProperty(b, i)) {
      return false;
    } else {
      return equalSparse(a, b, i, strict, path);
    }
  }
  return true;
}

// Beyond a hole, only the indices that are there: the array may be long and almost empty.
function equalSparse(a, b, start, strict, path) {
  const keysA = ObjectKeys(a);
  for (let i = 0; i < keysA.length; i++) {
    const key = keysA[i];
    if (!ObjectPrototypeHasOwnProperty(b, key)) return false;
    if (!(+key < start) && !equal(a[key], b[key], strict, path)) return false;
  }
  return keysA.length === ObjectKeys(b).length;
}

// Takes from `candidates` the first that matches.
function takeMatch(candidates, matches) {
  for (let i = 0; i < candidates.length; i++) {
    if (!matches(candidates[i])) continue;
    candidates[i] = candidates[candidates.length - 1];
    candidates.length--;
    return true;
  }
  return false;
}

// Primitives by identity first; objects (loosely: any other value) by an equal partner each.
function equalSets(a, b, strict, path) {
  const restA = [];
  const restB = [];
  let possible = true;
  SetPrototypeForEach(a, (value) => {
    if (isObject(value)) ArrayPrototypePush(restA, value);
    else if (!SetPrototypeHas(b, value)) {
      if (strict) possible = false;
      ArrayPrototypePush(restA, value);
    }
  });
  if (!possible) return false;
  if (restA.length === 0) return true;
  SetPrototypeForEach(b, (value) => {
    if (isObject(value) || (!strict && !SetPrototypeHas(a, value))) ArrayPrototypePush(restB, value);
  });
  if (restA.length !== restB.length) return false;
  for (let i = 0; i < restA.length; i++)
    if (!takeMatch(restB, (value) => equal(restA[i], value, strict, path))) return false;
  return true;
}

function equalMaps(a, b, strict, path) {
  const restA = [];
  const restB = [];
  const settled = new SafeSet();
  let possible = true;
  MapPrototypeForEach(a, (value, key) => {
    if (!possible) return;
    if (!isObject(key) && MapPrototypeHas(b, key) &&
        equal(value, MapPrototypeGet(b, key), strict, path)) {
      settled.add(key);
    } else if (strict && !isObject(key)) {
      possible = false;
    } else {
      ArrayPrototypePush(restA, key);
    }
  });
  if (!possible) return false;
  if (restA.length === 0) return true;
  MapPrototypeForEach(b, (value, key) => {
    if (!settled.has(key)) ArrayPrototypePush(restB, key);
  });
  for (let i = 0; i < restA.length; i++) {
    const key = restA[i];
    const value = MapPrototypeGet(a, key);
    const found = takeMatch(restB, (other) => equal(key, other, strict, path) &&
      equal(value, MapPrototypeGet(b, other), strict, path));
    if (!found) return false;
  }
  return true;
}

function isDeepEqual(a, b) {
  return equal(a, b, false, undefined);
}

function isDeepStrictEqual(a, b) {
  return equal(a, b, true, undefined);
}

module.exports = { isDeepEqual, isDeepStrictEqual };
