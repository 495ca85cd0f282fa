'use strict';

// Source: Fetch Standard, "Headers class". Words of errors: as Node 20 was seen to say them.

const {
  ArrayIsArray,
  ArrayPrototypePush,
  ArrayPrototypeSlice,
  ArrayPrototypeSort,
  FunctionPrototypeCall,
  ObjectDefineProperties,
  ObjectKeys,
  RegExpPrototypeExec,
  RegExpPrototypeSymbolReplace,
  SafeMap,
  StringPrototypeCharCodeAt,
  StringPrototypeToLowerCase,
  SymbolIterator,
  SymbolToStringTag,
  TypeError,
} = primordials;
const { oneLevelDown } = require('internal/event');
const { customInspectSymbol, kEnumerableProperty } = require('internal/util');
const { converted, requireArguments, snapshotIterator } = require('internal/fetch/conversions');

const kToken = /^[!#$%&'*+\-.^_`|~A-Za-z0-9]+$/;
const kOuterSpace = /^[\t\n\r ]+|[\t\n\r ]+$/g;
const kForbiddenInValue = /[\0\r\n]/;
const kSetCookie = 'set-cookie';

function byteString(value) {
  const text = `${value}`;
  for (let i = 0; i < text.length; i++) {
    const code = StringPrototypeCharCodeAt(text, i);
    if (code <= 255) continue;
    throw new TypeError('Cannot convert argument to a ByteString because the character ' +
                        `at index ${i} has a value of ${code} which is greater than 255.`);
  }
  return text;
}

function checkedName(name, method) {
  const text = byteString(name);
  if (RegExpPrototypeExec(kToken, text) === null) {
    throw new TypeError(`Headers.${method}: "${text}" is an invalid header name.`);
  }
  return text;
}

function checkedValue(value, method) {
  const text = RegExpPrototypeSymbolReplace(kOuterSpace, byteString(value), '');
  if (RegExpPrototypeExec(kForbiddenInValue, text) !== null) {
    throw new TypeError(`Headers.${method}: "${text}" is an invalid header value.`);
  }
  return text;
}

// Names keep the letters they were first given in, and are found by any.
class HeaderList {
  #entries = new SafeMap();
  cookies = [];

  append(name, value) {
    const key = StringPrototypeToLowerCase(name);
    const known = this.#entries.get(key);
    if (key === kSetCookie) ArrayPrototypePush(this.cookies, value);
    if (known === undefined) this.#entries.set(key, { name, value });
    else known.value += `${key === 'cookie' ? '; ' : ', '}${value}`;
  }

  set(name, value) {
    const key = StringPrototypeToLowerCase(name);
    if (key === kSetCookie) this.cookies = [value];
    this.#entries.set(key, { name, value });
  }

  delete(name) {
    const key = StringPrototypeToLowerCase(name);
    if (key === kSetCookie) this.cookies = [];
    this.#entries.delete(key);
  }

  get(name) {
    return this.#entries.get(StringPrototypeToLowerCase(name))?.value ?? null;
  }

  has(name) {
    return this.#entries.has(StringPrototypeToLowerCase(name));
  }

  // As they were given, to be sent: [name, value] each, a cookie by itself.
  raw() {
    const pairs = [];
    this.#entries.forEach(({ name, value }, key) => {
      const values = key === kSetCookie ? this.cookies : [value];
      for (let i = 0; i < values.length; i++) ArrayPrototypePush(pairs, [name, values[i]]);
    });
    return pairs;
  }

  // By name, as they are iterated over.
  sorted() {
    const keys = [];
    this.#entries.forEach((entry, key) => ArrayPrototypePush(keys, key));
    ArrayPrototypeSort(keys);
    const pairs = [];
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i];
      const values = key === kSetCookie ? this.cookies : [this.#entries.get(key).value];
      for (let j = 0; j < values.length; j++) ArrayPrototypePush(pairs, [key, values[j]]);
    }
    return pairs;
  }

  shown() {
    const object = {};
    this.#entries.forEach(({ name, value }) => { object[name] = value; });
    return object;
  }
}

let listOf;
let lock;

class Headers {
  #list = new HeaderList();
  #immutable = false;

  static {
    listOf = (headers) => headers.#list;
    lock = (headers) => { headers.#immutable = true; };
  }

  constructor(init = undefined) {
    if (init !== undefined) fill(this, init);
  }

  #requireMutable() {
    if (this.#immutable) throw new TypeError('immutable');
  }

  append(name, value) {
    requireHeaders(this);
    requireArguments('Headers.append', 2, arguments);
    const checked = checkedName(name, 'append');
    const text = checkedValue(value, 'append');
    this.#requireMutable();
    this.#list.append(checked, text);
  }

  delete(name) {
    requireHeaders(this);
    requireArguments('Headers.delete', 1, arguments);
    const checked = checkedName(name, 'delete');
    this.#requireMutable();
    this.#list.delete(checked);
  }

  get(name) {
    requireHeaders(this);
    requireArguments('Headers.get', 1, arguments);
    return this.#list.get(checkedName(name, 'get'));
  }

  has(name) {
    requireHeaders(this);
    requireArguments('Headers.has', 1, arguments);
    return this.#list.has(checkedName(name, 'has'));
  }

  set(name, value) {
    requireHeaders(this);
    requireArguments('Headers.set', 2, arguments);
    const checked = checkedName(name, 'set');
    const text = checkedValue(value, 'set');
    this.#requireMutable();
    this.#list.set(checked, text);
  }

  getSetCookie() {
    requireHeaders(this);
    return ArrayPrototypeSlice(this.#list.cookies);
  }

  keys() {
    requireHeaders(this);
    return snapshotIterator('Headers Iterator', this.#list.sorted(), (pair) => pair[0]);
  }

  values() {
    requireHeaders(this);
    return snapshotIterator('Headers Iterator', this.#list.sorted(), (pair) => pair[1]);
  }

  entries() {
    requireHeaders(this);
    return snapshotIterator('Headers Iterator', this.#list.sorted(), (pair) => pair);
  }

  forEach(callback, thisArg = undefined) {
    requireHeaders(this);
    requireArguments('Headers.forEach', 1, arguments);
    if (typeof callback !== 'function') {
      throw new TypeError("Failed to execute 'forEach' on 'Headers': parameter 1 is not of type 'Function'.");
    }
    const pairs = this.#list.sorted();
    for (let i = 0; i < pairs.length; i++) FunctionPrototypeCall(callback, thisArg, pairs[i][1], pairs[i][0], this);
  }

  [customInspectSymbol](depth, options, inspect) {
    return `Headers ${inspect(this.#list.shown(), oneLevelDown(options))}`;
  }
}

const requireHeaders = converted(Headers, (value) => listOf(value));

function fill(headers, init) {
  const isObject = typeof init === 'object' && init !== null || typeof init === 'function';
  if (!isObject) {
    throw new TypeError('Headers constructor: Argument 1 could not be converted to one of: ' +
                        'sequence<sequence<ByteString>>, record<ByteString, ByteString>.');
  }
  if (init[SymbolIterator] !== undefined) {
    for (const pair of init) {
      const parts = ArrayIsArray(pair) ? pair : [...pair];
      if (parts.length !== 2) {
        throw new TypeError(`Headers constructor: expected name/value pair to be length 2, found ${parts.length}.`);
      }
      headers.append(parts[0], parts[1]);
    }
    return;
  }
  for (const name of ObjectKeys(init)) headers.append(name, init[name]);
}


ObjectDefineProperties(Headers.prototype, {
  append: kEnumerableProperty,
  delete: kEnumerableProperty,
  get: kEnumerableProperty,
  has: kEnumerableProperty,
  set: kEnumerableProperty,
  getSetCookie: kEnumerableProperty,
  keys: kEnumerableProperty,
  values: kEnumerableProperty,
  entries: kEnumerableProperty,
  forEach: kEnumerableProperty,
  [SymbolIterator]: {
    __proto__: null, configurable: true, enumerable: false, writable: true, value: Headers.prototype.entries,
  },
  [SymbolToStringTag]: { __proto__: null, configurable: true, value: 'Headers' },
});

module.exports = { Headers, headerListOf: listOf, lockHeaders: lock };
