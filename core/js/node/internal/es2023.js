'use strict';

// What Node 20's V8 has of ES2023 and the engine (ES2022) has not. Source: ECMAScript 2023, clauses
// named beside each.

const {
  ArrayPrototype,
  ArrayPrototypeReverse,
  ArrayPrototypeSort,
  ArrayPrototypeSplice,
  MathMax,
  MathMin,
  MathTrunc,
  NumberIsNaN,
  ObjectDefineProperty,
  ReflectApply,
  StringPrototype,
  StringPrototypeCharCodeAt,
  TypedArrayPrototype,
} = primordials;
const { unmetered } = internalBinding('meter');

function define(target, methods) {
  for (const name in methods) {
    if (name in target) continue;
    ObjectDefineProperty(target, name, {
      __proto__: null, configurable: true, enumerable: false, writable: true, value: methods[name],
    });
  }
}

function toInteger(value) {
  const number = MathTrunc(+value);
  return NumberIsNaN(number) ? 0 : number;
}

function lengthOf(object) {
  return MathMax(0, MathMin(toInteger(object.length), 2 ** 53 - 1));
}

function requireFunction(predicate) {
  if (typeof predicate !== 'function') throw new TypeError(`${String(predicate)} is not a function`);
}

function copyOf(object, length) {
  const copy = new Array(length);
  for (let i = 0; i < length; i++) copy[i] = object[i];
  return copy;
}

// Array.prototype.findLast and findLastIndex; %TypedArray% has the same.
const searches = {
  findLast(predicate, thisArg = undefined) {
    requireFunction(predicate);
    for (let i = lengthOf(this) - 1; i >= 0; i--) {
      const value = this[i];
      if (ReflectApply(predicate, thisArg, [value, i, this])) return value;
    }
    return undefined;
  },
  findLastIndex(predicate, thisArg = undefined) {
    requireFunction(predicate);
    for (let i = lengthOf(this) - 1; i >= 0; i--) {
      if (ReflectApply(predicate, thisArg, [this[i], i, this])) return i;
    }
    return -1;
  },
};

// Array.prototype.toReversed, toSorted, toSpliced and with.
const arrayCopies = {
  toReversed() {
    return ArrayPrototypeReverse(copyOf(this, lengthOf(this)));
  },
  toSorted(compare) {
    if (compare !== undefined) requireFunction(compare);
    return ArrayPrototypeSort(copyOf(this, lengthOf(this)), compare);
  },
  toSpliced(start, deleteCount, ...items) {
    const copy = copyOf(this, lengthOf(this));
    if (arguments.length === 0) return copy;
    if (arguments.length === 1) ArrayPrototypeSplice(copy, start);
    else ArrayPrototypeSplice(copy, start, deleteCount, ...items);
    return copy;
  },
  with(index, value) {
    const length = lengthOf(this);
    const relative = toInteger(index);
    const actual = relative < 0 ? length + relative : relative;
    if (actual < 0 || actual >= length) throw new RangeError('Invalid index : ' + relative);
    const copy = copyOf(this, length);
    copy[actual] = value;
    return copy;
  },
};

// %TypedArray%.prototype.toReversed, toSorted and with.
const typedArrayCopies = {
  toReversed() {
    return new this.constructor(this).reverse();
  },
  toSorted(compare) {
    if (compare !== undefined) requireFunction(compare);
    return new this.constructor(this).sort(compare);
  },
  with(index, value) {
    const relative = toInteger(index);
    const actual = relative < 0 ? this.length + relative : relative;
    if (actual < 0 || actual >= this.length) throw new RangeError('Invalid typed array index');
    const copy = new this.constructor(this);
    copy[actual] = value;
    return copy;
  },
};

function isLead(unit) {
  return unit >= 0xD800 && unit <= 0xDBFF;
}

function isTrail(unit) {
  return unit >= 0xDC00 && unit <= 0xDFFF;
}

// String.prototype.isWellFormed and toWellFormed (ES2024; V8 has them since Node 20).
const strings = {
  isWellFormed() {
    const text = `${this}`;
    for (let i = 0; i < text.length; i++) {
      const unit = StringPrototypeCharCodeAt(text, i);
      if (isTrail(unit)) return false;
      if (!isLead(unit)) continue;
      if (!isTrail(StringPrototypeCharCodeAt(text, ++i))) return false;
    }
    return true;
  },
  toWellFormed() {
    const text = `${this}`;
    let result = '';
    for (let i = 0; i < text.length; i++) {
      const unit = StringPrototypeCharCodeAt(text, i);
      const paired = isLead(unit) && isTrail(StringPrototypeCharCodeAt(text, i + 1));
      if (paired) result += text[i] + text[++i];
      else result += isLead(unit) || isTrail(unit) ? '\uFFFD' : text[i];
    }
    return result;
  },
};

define(ArrayPrototype, searches);
define(TypedArrayPrototype, searches);
define(ArrayPrototype, arrayCopies);
define(TypedArrayPrototype, typedArrayCopies);
// Of paths and URLs, too, whose length must not show in the time.
for (const name in strings) strings[name] = unmetered(strings[name]);
define(StringPrototype, strings);
