'use strict';

// Source: XMLHttpRequest Standard, "Interface FormData"; Fetch Standard for what becomes of it in a body.

const {
  ArrayPrototypeFilter,
  ArrayPrototypeFind,
  ArrayPrototypeFindIndex,
  ArrayPrototypeMap,
  ArrayPrototypePush,
  FunctionPrototypeCall,
  ObjectDefineProperties,
  RegExpPrototypeSymbolReplace,
  StringPrototypePadStart,
  SymbolIterator,
  SymbolToStringTag,
  TypeError,
} = primordials;
const { converted, requireArguments, snapshotIterator } = require('internal/fetch/conversions');
const { File, isBlob } = require('internal/blob');
const { oneLevelDown } = require('internal/event');
const { customInspectSymbol, kEnumerableProperty } = require('internal/util');
const { toUSVString } = require('util');

const kLineEnds = /\r?\n|\r/g;
const kBoundaryRange = 1e11;

// A blob becomes a file.
function asValue(value, filename) {
  if (!isBlob(value)) return toUSVString(`${value}`);
  if (value instanceof File && filename === undefined) return value;
  const name = filename ?? (value instanceof File ? value.name : 'blob');
  return new File([value], name, { type: value.type });
}

let entriesOf;

class FormData {
  #entries = [];

  static {
    entriesOf = (form) => form.#entries;
  }

  constructor(form) {
    if (form !== undefined) {
      throw new TypeError('FormData constructor: Argument 1 could not be converted to: undefined.');
    }
  }

  #checked(method, args) {
    requireArguments(`FormData.${method}`, 2, args);
    if (args.length > 2 && !isBlob(args[1])) {
      throw new TypeError(`Failed to execute '${method}' on 'FormData': parameter 2 is not of type 'Blob'`);
    }
    const filename = args.length > 2 ? toUSVString(`${args[2]}`) : undefined;
    return { name: toUSVString(`${args[0]}`), value: asValue(args[1], filename) };
  }

  append(name, value, filename) {
    requireForm(this);
    ArrayPrototypePush(this.#entries, this.#checked('append', arguments));
  }

  delete(name) {
    requireForm(this);
    requireArguments('FormData.delete', 1, arguments);
    const text = toUSVString(`${name}`);
    this.#entries = ArrayPrototypeFilter(this.#entries, (entry) => entry.name !== text);
  }

  get(name) {
    requireForm(this);
    requireArguments('FormData.get', 1, arguments);
    const text = toUSVString(`${name}`);
    return ArrayPrototypeFind(this.#entries, (entry) => entry.name === text)?.value ?? null;
  }

  getAll(name) {
    requireForm(this);
    requireArguments('FormData.getAll', 1, arguments);
    const text = toUSVString(`${name}`);
    return ArrayPrototypeMap(ArrayPrototypeFilter(this.#entries, (entry) => entry.name === text), (entry) => entry.value);
  }

  has(name) {
    requireForm(this);
    requireArguments('FormData.has', 1, arguments);
    const text = toUSVString(`${name}`);
    return ArrayPrototypeFindIndex(this.#entries, (entry) => entry.name === text) !== -1;
  }

  // In the place of the first of that name; the others go.
  set(name, value, filename) {
    requireForm(this);
    const entry = this.#checked('set', arguments);
    const first = ArrayPrototypeFindIndex(this.#entries, (known) => known.name === entry.name);
    if (first === -1) {
      ArrayPrototypePush(this.#entries, entry);
      return;
    }
    this.#entries = ArrayPrototypeFilter(this.#entries, (known, i) => i <= first || known.name !== entry.name);
    this.#entries[first] = entry;
  }

  keys() {
    requireForm(this);
    return snapshotIterator('FormData Iterator', this.#entries, (entry) => entry.name);
  }

  values() {
    requireForm(this);
    return snapshotIterator('FormData Iterator', this.#entries, (entry) => entry.value);
  }

  entries() {
    requireForm(this);
    return snapshotIterator('FormData Iterator', this.#entries, (entry) => [entry.name, entry.value]);
  }

  forEach(callback, thisArg = undefined) {
    requireForm(this);
    requireArguments('FormData.forEach', 1, arguments);
    for (const { name, value } of this.#entries) FunctionPrototypeCall(callback, thisArg, value, name, this);
  }

  [customInspectSymbol](depth, options, inspect) {
    const shown = { __proto__: null };
    for (const { name, value } of this.#entries) {
      if (shown[name] === undefined) shown[name] = [value];
      else ArrayPrototypePush(shown[name], value);
    }
    const object = {};
    for (const name in shown) object[name] = shown[name].length === 1 ? shown[name][0] : shown[name];
    return `FormData ${inspect(object, oneLevelDown(options))}`;
  }
}

const requireForm = converted(FormData, (value) => entriesOf(value));

function escaped(name) {
  let text = RegExpPrototypeSymbolReplace(/\n/g, name, '%0A');
  text = RegExpPrototypeSymbolReplace(/\r/g, text, '%0D');
  return RegExpPrototypeSymbolReplace(/"/g, text, '%22');
}

function withCrLf(text) {
  return RegExpPrototypeSymbolReplace(kLineEnds, text, '\r\n');
}

// The pieces of a multipart body, text and blobs, and its boundary.
function encodeMultipart(form) {
  const number = `${require('internal/crypto/random_int').randomInt(0, kBoundaryRange)}`;
  const boundary = `----formdata-undici-0${StringPrototypePadStart(number, 11, '0')}`;
  const pieces = [];
  const start = `--${boundary}\r\nContent-Disposition: form-data`;
  for (const { name, value } of entriesOf(form)) {
    const head = `${start}; name="${escaped(withCrLf(name))}"`;
    if (typeof value === 'string') {
      ArrayPrototypePush(pieces, `${head}\r\n\r\n${withCrLf(value)}\r\n`);
    } else {
      const type = value.type || 'application/octet-stream';
      ArrayPrototypePush(pieces, `${head}; filename="${escaped(value.name)}"\r\nContent-Type: ${type}\r\n\r\n`, value, '\r\n');
    }
  }
  ArrayPrototypePush(pieces, `--${boundary}--\r\n`);
  return { boundary, pieces };
}

ObjectDefineProperties(FormData.prototype, {
  append: kEnumerableProperty,
  delete: kEnumerableProperty,
  get: kEnumerableProperty,
  getAll: kEnumerableProperty,
  has: kEnumerableProperty,
  set: kEnumerableProperty,
  keys: kEnumerableProperty,
  values: kEnumerableProperty,
  entries: kEnumerableProperty,
  forEach: kEnumerableProperty,
  [SymbolIterator]: {
    __proto__: null, configurable: true, enumerable: false, writable: true, value: FormData.prototype.entries,
  },
  [SymbolToStringTag]: { __proto__: null, configurable: true, value: 'FormData' },
});

module.exports = { FormData, encodeMultipart };
