'use strict';

// Source: WHATWG "MIME Sniffing", parsing and serializing a MIME type; Node.js documentation
// "Class: util.MIMEType".

const {
  MapPrototypeDelete,
  MapPrototypeEntries,
  MapPrototypeForEach,
  MapPrototypeGet,
  MapPrototypeHas,
  MapPrototypeKeys,
  MapPrototypeSet,
  MapPrototypeValues,
  Map,
  ObjectDefineProperties,
  RegExpPrototypeExec,
  RegExpPrototypeSymbolReplace,
  StringPrototypeIndexOf,
  StringPrototypeSlice,
  StringPrototypeToLowerCase,
  SymbolIterator,
} = primordials;
const { codes } = require('internal/errors');

const kNotToken = /[^!#$%&'*+\-.^_`|~A-Za-z0-9]/;
const kNotQuotable = /[^\t\u0020-\u007E\u0080-\u00FF]/;
const kLeadingBlanks = /^[\t\n\r ]+/;
const kTrailingBlanks = /[\t\n\r ]+$/;

function isBad(text, pattern) {
  return text === '' || RegExpPrototypeExec(pattern, text) !== null;
}

function requireToken(part, text, whole) {
  const bad = RegExpPrototypeExec(kNotToken, text);
  if (text === '' || bad !== null)
    throw new codes.ERR_INVALID_MIME_SYNTAX(part, whole, bad === null ? -1 : bad.index);
  return StringPrototypeToLowerCase(text);
}

function trimEnd(text) {
  return RegExpPrototypeSymbolReplace(kTrailingBlanks, text, '');
}

// [type, subtype, index of the parameters]
function parseType(text) {
  const slash = StringPrototypeIndexOf(text, '/');
  if (slash === -1) throw new codes.ERR_INVALID_MIME_SYNTAX('type', text, -1);
  const type = requireToken('type', StringPrototypeSlice(text, 0, slash), text);
  let end = StringPrototypeIndexOf(text, ';', slash);
  if (end === -1) end = text.length;
  const subtype = trimEnd(StringPrototypeSlice(text, slash + 1, end));
  return [type, requireToken('subtype', subtype, text), end];
}

// [value, index after it]; a quote that is not closed reaches to the end.
function parseQuoted(text, index) {
  let value = '';
  for (index++; index < text.length && text[index] !== '"'; index++) {
    if (text[index] === '\\' && index + 1 < text.length) index++;
    value += text[index];
  }
  const next = StringPrototypeIndexOf(text, ';', index);
  return [value, next === -1 ? text.length : next];
}

function parseParameters(text, index, data) {
  while (index < text.length) {
    index++;  // the ";"
    index += RegExpPrototypeExec(kLeadingBlanks, StringPrototypeSlice(text, index))?.[0].length ?? 0;
    const match = RegExpPrototypeExec(/^[^;=]*/, StringPrototypeSlice(text, index));
    const name = StringPrototypeToLowerCase(match[0]);
    index += match[0].length;
    if (text[index] !== '=') continue;
    index++;
    const quoted = text[index] === '"';
    let value;
    if (quoted) {
      ({ 0: value, 1: index } = parseQuoted(text, index));
    } else {
      const rest = RegExpPrototypeExec(/^[^;]*/, StringPrototypeSlice(text, index))[0];
      index += rest.length;
      value = trimEnd(rest);
      if (value === '') continue;
    }
    if (isBad(name, kNotToken) || RegExpPrototypeExec(kNotQuotable, value) !== null) continue;
    if (!MapPrototypeHas(data, name)) MapPrototypeSet(data, name, value);
  }
}

function quote(value) {
  if (!isBad(value, kNotToken)) return value;
  return `"${RegExpPrototypeSymbolReplace(/["\\]/g, value, '\\$&')}"`;
}

let readParams;

class MIMEParams {
  #data = new Map();

  static {
    readParams = (text, index) => {
      const params = new MIMEParams();
      parseParameters(text, index, params.#data);
      return params;
    };
  }

  delete(name) {
    MapPrototypeDelete(this.#data, `${name}`);
  }

  get(name) {
    return MapPrototypeGet(this.#data, `${name}`) ?? null;
  }

  has(name) {
    return MapPrototypeHas(this.#data, `${name}`);
  }

  set(name, value) {
    name = `${name}`;
    value = `${value}`;
    const badName = RegExpPrototypeExec(kNotToken, name);
    if (name === '' || badName !== null)
      throw new codes.ERR_INVALID_MIME_SYNTAX('parameter name', name, badName?.index ?? -1);
    const badValue = RegExpPrototypeExec(kNotQuotable, value);
    if (badValue !== null)
      throw new codes.ERR_INVALID_MIME_SYNTAX('parameter value', value, badValue.index);
    MapPrototypeSet(this.#data, name, value);
  }

  entries() {
    return MapPrototypeEntries(this.#data);
  }

  keys() {
    return MapPrototypeKeys(this.#data);
  }

  values() {
    return MapPrototypeValues(this.#data);
  }

  toString() {
    let text = '';
    MapPrototypeForEach(this.#data, (value, name) => {
      text += `${text === '' ? '' : ';'}${name}=${quote(value)}`;
    });
    return text;
  }
}

class MIMEType {
  #type;
  #subtype;
  #params;

  constructor(input) {
    const text = RegExpPrototypeSymbolReplace(kLeadingBlanks, trimEnd(`${input}`), '');
    const { 0: type, 1: subtype, 2: index } = parseType(text);
    this.#type = type;
    this.#subtype = subtype;
    this.#params = readParams(text, index);
  }

  get type() {
    return this.#type;
  }

  set type(value) {
    this.#type = requireToken('type', `${value}`, `${value}`);
  }

  get subtype() {
    return this.#subtype;
  }

  set subtype(value) {
    this.#subtype = requireToken('subtype', `${value}`, `${value}`);
  }

  get essence() {
    return `${this.#type}/${this.#subtype}`;
  }

  get params() {
    return this.#params;
  }

  toString() {
    const params = this.#params.toString();
    return `${this.essence}${params === '' ? '' : ';'}${params}`;
  }
}

function value(method) {
  return { __proto__: null, configurable: true, enumerable: false, writable: true, value: method };
}

ObjectDefineProperties(MIMEParams.prototype, {
  [SymbolIterator]: value(MIMEParams.prototype.entries),
  toJSON: value(MIMEParams.prototype.toString),
});
ObjectDefineProperties(MIMEType.prototype, { toJSON: value(MIMEType.prototype.toString) });

module.exports = { MIMEParams, MIMEType };
