'use strict';

// URL and URLSearchParams. Source: URL Standard, sections 6.1 "URL class" and 6.2.

const {
  ArrayIsArray,
  ArrayPrototypeFilter,
  ArrayPrototypeJoin,
  ArrayPrototypeMap,
  ArrayPrototypePush,
  ArrayPrototypeSort,
  ObjectDefineProperties,
  ObjectDefineProperty,
  ObjectSetPrototypeOf,
  FunctionPrototypeCall,
  IteratorPrototype,
  ReflectGetOwnPropertyDescriptor,
  ReflectOwnKeys,
  RegExpPrototypeExec,
  RegExpPrototypeSymbolReplace,
  StringPrototypeIndexOf,
  StringPrototypeReplaceAll,
  StringPrototypeSlice,
  StringPrototypeSplit,
  StringPrototypeToLowerCase,
  Symbol,
  SymbolIterator,
  SymbolToStringTag,
  TypeError,
} = primordials;
const {
  codes: { ERR_ARG_NOT_ITERABLE, ERR_INVALID_ARG_TYPE, ERR_INVALID_THIS, ERR_INVALID_TUPLE, ERR_INVALID_URL, ERR_MISSING_ARGS },
  nativeError,
} = require('internal/errors');
const parser = require('internal/url_parser');
const { customInspectSymbol, kEnumerableProperty } = require('internal/util');
const { validateFunction } = require('internal/validators');

// application/x-www-form-urlencoded (section 5).

function formEncoded(text) {
  let result = parser.encoded(text, ' !"#$%&\'()+,/:;<=>?@[\\]^`{|}~');
  result = StringPrototypeReplaceAll(result, '%20', '+');
  return result;
}

function formDecoded(text) {
  return parser.percentDecoded(StringPrototypeReplaceAll(text, '+', ' '));
}

function parseForm(text) {
  const list = [];
  const parts = StringPrototypeSplit(text, '&');
  for (let i = 0; i < parts.length; i++) {
    if (parts[i] === '') continue;
    const at = StringPrototypeIndexOf(parts[i], '=');
    const name = at === -1 ? parts[i] : StringPrototypeSlice(parts[i], 0, at);
    ArrayPrototypePush(list, [formDecoded(name), at === -1 ? '' : formDecoded(StringPrototypeSlice(parts[i], at + 1))]);
  }
  return list;
}

function scalar(value) {
  const text = `${value}`;
  return text.isWellFormed === undefined || text.isWellFormed() ? text : text.toWellFormed();
}

function withoutBreaks(text) {
  return RegExpPrototypeSymbolReplace(/[\t\n\r]/g, text, '');
}

// What a query or a fragment is set to: null if it is taken away.
function afterMark(text, mark) {
  return text === '' ? null : withoutBreaks(text[0] === mark ? StringPrototypeSlice(text, 1) : text);
}

const kMayBind = Symbol('kMayBind');

class URLSearchParams {
  #list = [];
  #url = null;

  constructor(init = undefined, permission, url) {
    if (permission === kMayBind) {
      this.#url = url;
      this.#list = parseForm(init);
      return;
    }
    if (init === undefined || init === null) return;
    if (typeof init === 'object' || typeof init === 'function') {
      const method = init[SymbolIterator];
      if (method === this[SymbolIterator] && #list in init) {
        this.#list = ArrayPrototypeMap(init.#list, ([name, value]) => [name, value]);
      } else if (method !== undefined && method !== null) {
        if (typeof method !== 'function') throw new ERR_ARG_NOT_ITERABLE('Query pairs');
        this.#list = pairsOf(init);
      } else {
        this.#list = entriesOf(init);
      }
      return;
    }
    const text = scalar(init);
    this.#list = parseForm(text[0] === '?' ? StringPrototypeSlice(text, 1) : text);
  }

  static reload(params, query) {
    params.#list = parseForm(query);
  }

  #check(count, given, names) {
    if (given < count) throw new ERR_MISSING_ARGS(...names);
  }
  #update() {
    if (this.#url !== null) setQueryOf(this.#url, this.toString());
  }

  get size() {
    checkThis(this);
    return this.#list.length;
  }
  append(name, value) {
    checkThis(this);
    this.#check(2, arguments.length, ['name', 'value']);
    ArrayPrototypePush(this.#list, [scalar(name), scalar(value)]);
    this.#update();
  }
  delete(name, value = undefined) {
    checkThis(this);
    this.#check(1, arguments.length, ['name']);
    name = scalar(name);
    if (value !== undefined) value = scalar(value);
    this.#list = ArrayPrototypeFilter(this.#list, (pair) =>
      pair[0] !== name || (value !== undefined && pair[1] !== value));
    this.#update();
  }
  get(name) {
    checkThis(this);
    this.#check(1, arguments.length, ['name']);
    name = scalar(name);
    for (let i = 0; i < this.#list.length; i++) if (this.#list[i][0] === name) return this.#list[i][1];
    return null;
  }
  getAll(name) {
    checkThis(this);
    this.#check(1, arguments.length, ['name']);
    name = scalar(name);
    return ArrayPrototypeMap(ArrayPrototypeFilter(this.#list, (pair) => pair[0] === name), (pair) => pair[1]);
  }
  has(name, value = undefined) {
    checkThis(this);
    this.#check(1, arguments.length, ['name']);
    name = scalar(name);
    if (value !== undefined) value = scalar(value);
    for (let i = 0; i < this.#list.length; i++) {
      if (this.#list[i][0] === name && (value === undefined || this.#list[i][1] === value)) return true;
    }
    return false;
  }
  set(name, value) {
    checkThis(this);
    this.#check(2, arguments.length, ['name', 'value']);
    name = scalar(name);
    value = scalar(value);
    let found = false;
    this.#list = ArrayPrototypeFilter(this.#list, (pair) => {
      if (pair[0] !== name) return true;
      if (found) return false;
      found = true;
      pair[1] = value;
      return true;
    });
    if (!found) ArrayPrototypePush(this.#list, [name, value]);
    this.#update();
  }
  sort() {
    checkThis(this);
    ArrayPrototypeSort(this.#list, (a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0));
    this.#update();
  }
  entries() {
    checkThis(this);
    return new ParamsIterator(this, 'key+value');
  }
  forEach(callback, thisArg = undefined) {
    checkThis(this);
    validateFunction(callback, 'callback');
    for (let i = 0; i < this.#list.length; i++) {
      FunctionPrototypeCall(callback, thisArg, this.#list[i][1], this.#list[i][0], this);
    }
  }
  keys() {
    checkThis(this);
    return new ParamsIterator(this, 'key');
  }
  values() {
    checkThis(this);
    return new ParamsIterator(this, 'value');
  }
  toString() {
    checkThis(this);
    return ArrayPrototypeJoin(ArrayPrototypeMap(this.#list, (pair) =>
      `${formEncoded(pair[0])}=${formEncoded(pair[1])}`), '&');
  }
  [customInspectSymbol](depth, options, inspect) {
    checkThis(this);
    if (typeof depth === 'number' && depth < 0) return options.stylize('[Object]', 'special');
    const inner = { ...options, depth: options.depth === null ? null : options.depth - 1 };
    const shown = ArrayPrototypeMap(this.#list, (pair) => `${inspect(pair[0], inner)} => ${inspect(pair[1], inner)}`);
    if (shown.length === 0) return `${this.constructor.name} {}`;
    let length = 0;
    for (let i = 0; i < shown.length; i++) length += shown[i].length + 2;
    if (length > options.breakLength) return `${this.constructor.name} {\n  ${ArrayPrototypeJoin(shown, ',\n  ')} }`;
    return `${this.constructor.name} { ${ArrayPrototypeJoin(shown, ', ')} }`;
  }

  static is(value) {
    return typeof value === 'object' && value !== null && #list in value;
  }
  static pairAt(params, index) {
    return params.#list[index];
  }
}
const { is: isParams, pairAt, reload } = URLSearchParams;
delete URLSearchParams.is;
delete URLSearchParams.pairAt;
delete URLSearchParams.reload;

function checkThis(params) {
  if (!isParams(params)) throw new ERR_INVALID_THIS('URLSearchParams');
}

function pairsOf(iterable) {
  const list = [];
  for (const pair of iterable) {
    if (pair === null || pair === undefined || typeof pair[SymbolIterator] !== 'function' || typeof pair === 'string') {
      throw new ERR_INVALID_TUPLE('Each query pair', '[name, value]');
    }
    const items = [...pair];
    if (items.length !== 2) throw new ERR_INVALID_TUPLE('Each query pair', '[name, value]');
    ArrayPrototypePush(list, [scalar(items[0]), scalar(items[1])]);
  }
  return list;
}

function entriesOf(object) {
  const list = [];
  const keys = ReflectOwnKeys(object);
  for (let i = 0; i < keys.length; i++) {
    const descriptor = ReflectGetOwnPropertyDescriptor(object, keys[i]);
    if (!descriptor?.enumerable) continue;
    ArrayPrototypePush(list, [scalar(keys[i]), scalar(object[keys[i]])]);
  }
  return list;
}

class ParamsIterator {
  #params;
  #kind;
  #index = 0;
  constructor(params, kind) {
    this.#params = params;
    this.#kind = kind;
  }
  next() {
    if (typeof this !== 'object' || this === null || !(#params in this))
      throw new ERR_INVALID_THIS('URLSearchParamsIterator');
    const pair = pairAt(this.#params, this.#index);
    if (pair === undefined) return { value: undefined, done: true };
    this.#index++;
    return { value: this.#kind === 'key' ? pair[0] : this.#kind === 'value' ? pair[1] : [pair[0], pair[1]], done: false };
  }
  [customInspectSymbol](depth, options, inspect) {
    if (depth !== null && depth < 0) return options.stylize('[Object]', 'special');
    const rest = [];
    for (let i = this.#index, pair; (pair = pairAt(this.#params, i)) !== undefined; i++) {
      ArrayPrototypePush(rest, inspect(this.#kind === 'key' ? pair[0] : this.#kind === 'value' ? pair[1] : [pair[0], pair[1]], options));
    }
    const length = rest.length * 2 + ArrayPrototypeJoin(rest, '').length;
    const isLong = length > options.breakLength;
    return `URLSearchParams Iterator {${isLong ? '\n  ' : ' '}${ArrayPrototypeJoin(rest, isLong ? ',\n  ' : ', ')} }`;
  }
}
ObjectSetPrototypeOf(ParamsIterator.prototype, IteratorPrototype);
ObjectDefineProperty(ParamsIterator.prototype, 'next', kEnumerableProperty);
ObjectDefineProperty(ParamsIterator.prototype, SymbolToStringTag, {
  __proto__: null, configurable: true, value: 'URLSearchParams Iterator',
});

for (const name of ['append', 'delete', 'get', 'getAll', 'has', 'set', 'size', 'sort', 'entries', 'forEach', 'keys',
                    'values', 'toString']) {
  ObjectDefineProperty(URLSearchParams.prototype, name, kEnumerableProperty);
}
ObjectDefineProperty(URLSearchParams.prototype, SymbolToStringTag, {
  __proto__: null, configurable: true, value: 'URLSearchParams',
});
ObjectDefineProperty(URLSearchParams.prototype, SymbolIterator, {
  __proto__: null, configurable: true, writable: true, value: URLSearchParams.prototype.entries,
});

// Of a URL: writes the query that its search parameters make.
let setQueryOf;

class URL {
  #context;
  #searchParams;

  static {
    setQueryOf = (url, query) => { url.#context.query = query === '' ? null : query; };
  }

  constructor(input, base = undefined) {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('url');
    const text = scalar(input);
    const baseText = base === undefined ? undefined : scalar(base);
    const record = tryParse(text, baseText);
    if (record === undefined) throw invalidURL(text, baseText);
    this.#context = record;
  }

  static parse(input, base = undefined) {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('url');
    const text = scalar(input);
    const baseText = base === undefined ? undefined : scalar(base);
    return tryParse(text, baseText) === undefined ? null : new URL(text, baseText);
  }
  static canParse(url, base = undefined) {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('url');
    return tryParse(scalar(url), base === undefined ? undefined : scalar(base)) !== undefined;
  }
  static createObjectURL(object) {
    throw new ERR_INVALID_ARG_TYPE('obj', 'Blob', object);
  }
  static revokeObjectURL(url) {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS('url');
  }

  toString() { return parser.serializeUrl(URL.#contextOf(this)); }
  get href() { return parser.serializeUrl(URL.#contextOf(this)); }
  set href(value) {
    void this.#context;
    value = scalar(value);
    const record = tryParse(value, undefined);
    if (record === undefined) throw new ERR_INVALID_URL(value);
    this.#context = record;
    this.#reload();
  }
  get origin() {
    const { scheme, host, port, path } = this.#context;
    if (scheme === 'blob') {
      const inner = typeof path === 'string' ? tryParse(path, undefined) : undefined;
      return inner !== undefined && (inner.scheme === 'http' || inner.scheme === 'https') ? new URL(path).origin : 'null';
    }
    if (!parser.isSpecial(this.#context) || scheme === 'file') return 'null';
    return `${scheme}://${host}${port === null ? '' : `:${port}`}`;
  }
  get protocol() { return `${this.#context.scheme}:`; }
  set protocol(value) {
    const match = RegExpPrototypeExec(/^([a-zA-Z][a-zA-Z0-9+\-.]*)(?::|$)/, withoutBreaks(scalar(value)));
    if (match === null) return;
    const record = this.#context;
    const next = { ...record, scheme: StringPrototypeToLowerCase(match[1]) };
    if (parser.isSpecial(next) !== parser.isSpecial(record)) return;
    if (next.scheme === 'file' && (record.username !== '' || record.password !== '' || record.port !== null)) return;
    if (record.scheme === 'file' && record.host === '') return;
    record.scheme = next.scheme;
    if (record.port !== null) parser.setPort(record, `${record.port}`);
  }
  get username() { return this.#context.username; }
  set username(value) {
    if (this.#cannotHaveCredentials()) return;
    this.#context.username = parser.encoded(scalar(value), parser.kUserinfoSet);
  }
  get password() { return this.#context.password; }
  set password(value) {
    if (this.#cannotHaveCredentials()) return;
    this.#context.password = parser.encoded(scalar(value), parser.kUserinfoSet);
  }
  get host() {
    const { host, port } = this.#context;
    return host === null ? '' : `${host}${port === null ? '' : `:${port}`}`;
  }
  set host(value) { parser.setAuthority(this.#context, scalar(value), true); }
  get hostname() { return this.#context.host ?? ''; }
  set hostname(value) { parser.setAuthority(this.#context, scalar(value), false); }
  get port() { return this.#context.port === null ? '' : `${this.#context.port}`; }
  set port(value) {
    if (this.#cannotHaveCredentials()) return;
    const text = withoutBreaks(scalar(value));
    if (text === '') {
      this.#context.port = null;
      return;
    }
    const digits = RegExpPrototypeExec(/^[0-9]+/, text);
    if (digits !== null) parser.setPort(this.#context, digits[0]);
  }
  get pathname() { return parser.serializePath(this.#context); }
  set pathname(value) {
    if (!ArrayIsArray(this.#context.path)) return;
    const text = withoutBreaks(scalar(value));
    this.#context.path = [];
    // There is no query or fragment here: their marks are characters of the path.
    parser.parsePathStart(this.#context, StringPrototypeReplaceAll(StringPrototypeReplaceAll(text, '?', '%3F'), '#', '%23'));
  }
  get search() {
    const { query } = URL.#contextOf(this);
    return query === null || query === '' ? '' : `?${query}`;
  }
  set search(value) {
    parser.setQuery(this.#context, afterMark(scalar(value), '?'));
    this.#reload();
  }
  get searchParams() {
    if (this.#searchParams === undefined)
      this.#searchParams = new URLSearchParams(this.#context.query ?? '', kMayBind, this);
    return this.#searchParams;
  }
  get hash() {
    const { fragment } = this.#context;
    return fragment === null || fragment === '' ? '' : `#${fragment}`;
  }
  set hash(value) {
    parser.setFragment(this.#context, afterMark(scalar(value), '#'));
  }
  toJSON() { return parser.serializeUrl(URL.#contextOf(this)); }

  // In V8's words for a private method of an object that has none.
  static #contextOf(url) {
    if (!(#context in url)) throw new TypeError('Receiver must be an instance of class URL');
    return url.#context;
  }

  #reload() {
    if (this.#searchParams !== undefined) reload(this.#searchParams, this.#context.query ?? '');
  }
  #cannotHaveCredentials() {
    const { host, scheme } = this.#context;
    return host === null || host === '' || scheme === 'file';
  }

  [customInspectSymbol](depth, options, inspect) {
    if (this === null || typeof this !== 'object' || !(#context in this)) return this;
    if (typeof depth === 'number' && depth < 0) return this;
    const shown = {};
    ObjectSetPrototypeOf(shown, { constructor: this.constructor === URL ? URL : this.constructor });
    for (const name of ['href', 'origin', 'protocol', 'username', 'password', 'host', 'hostname', 'port', 'pathname',
                        'search', 'searchParams', 'hash']) {
      shown[name] = this[name];
    }
    return `${this.constructor.name} ${inspect({ ...shown }, options)}`;
  }
}

function tryParse(text, baseText) {
  if (baseText === undefined) return parser.parseUrl(text, undefined);
  const base = parser.parseUrl(baseText, undefined);
  return base === undefined ? undefined : parser.parseUrl(text, base);
}

// What the constructor throws comes of Node's C++; what the href setter throws does not.
function invalidURL(input, base) {
  const error = nativeError(TypeError, 'ERR_INVALID_URL', 'Invalid URL');
  error.input = input;
  if (base !== undefined) error.base = base;
  return error;
}

// A URL, or an object that looks like one and not like a url.parse() result.
function isURL(value) {
  return Boolean(value?.href && value.protocol && value.auth === undefined && value.path === undefined);
}

// The host that a special URL has when it is set to this text, or '' if that is no host.
function hostnameOf(text) {
  const record = parser.parseUrl('ws://x', undefined);
  return parser.setAuthority(record, scalar(text), false) ? record.host : '';
}

for (const name of ['toString', 'href', 'origin', 'protocol', 'username', 'password', 'host', 'hostname', 'port',
                    'pathname', 'search', 'searchParams', 'hash', 'toJSON']) {
  ObjectDefineProperty(URL.prototype, name, kEnumerableProperty);
}
ObjectDefineProperty(URL.prototype, SymbolToStringTag, { __proto__: null, configurable: true, value: 'URL' });
ObjectDefineProperties(URL, {
  parse: kEnumerableProperty,
  canParse: kEnumerableProperty,
  createObjectURL: kEnumerableProperty,
  revokeObjectURL: kEnumerableProperty,
});

module.exports = { URL, URLSearchParams, hostnameOf, isURL };
