'use strict';

// Source: Node.js documentation "Query string".

const {
  ArrayIsArray,
  ArrayPrototypeJoin,
  ArrayPrototypePush,
  NumberIsFinite,
  ObjectKeys,
  RegExpPrototypeExec,
  String,
  StringFromCharCode,
  StringPrototypeCharCodeAt,
  StringPrototypeIndexOf,
  StringPrototypeReplaceAll,
  StringPrototypeSlice,
  StringPrototypeSplit,
  StringPrototypeToUpperCase,
  NumberPrototypeToString,
  decodeURIComponent,
} = primordials;

const kUnreserved = /^[A-Za-z0-9\-_.!~*'()]$/;
const plain = [];
for (let code = 0; code < 128; code++) {
  plain[code] = RegExpPrototypeExec(kUnreserved, StringFromCharCode(code)) !== null;
}

function percent(byte) {
  return `%${byte < 16 ? '0' : ''}${StringPrototypeToUpperCase(NumberPrototypeToString(byte, 16))}`;
}

// encodeURIComponent, which throws on a lone surrogate as Node's does.
function escape(text) {
  if (typeof text !== 'string') text = typeof text === 'object' ? String(text) : `${text}`;
  let result = '';
  for (let i = 0; i < text.length; i++) {
    let code = StringPrototypeCharCodeAt(text, i);
    if (code < 0x80) {
      result += plain[code] ? text[i] : percent(code);
    } else if (code < 0x800) {
      result += percent(0xC0 | (code >> 6)) + percent(0x80 | (code & 0x3F));
    } else if (code < 0xD800 || code >= 0xE000) {
      result += percent(0xE0 | (code >> 12)) + percent(0x80 | ((code >> 6) & 0x3F)) + percent(0x80 | (code & 0x3F));
    } else {
      if (++i >= text.length) {
        const { ERR_INVALID_URI } = require('internal/errors').codes;
        throw new ERR_INVALID_URI();
      }
      code = 0x10000 + (((code & 0x3FF) << 10) | (StringPrototypeCharCodeAt(text, i) & 0x3FF));
      result += percent(0xF0 | (code >> 18)) + percent(0x80 | ((code >> 12) & 0x3F)) +
        percent(0x80 | ((code >> 6) & 0x3F)) + percent(0x80 | (code & 0x3F));
    }
  }
  return result;
}

// Undoes percent encoding as far as it is any; the bytes may be of any encoding.
function unescapeBuffer(text, decodeSpaces) {
  const { Buffer } = require('buffer');
  const bytes = Buffer.alloc(text.length);
  let size = 0;
  for (let i = 0; i < text.length; i++) {
    const code = StringPrototypeCharCodeAt(text, i);
    const hex = code === 37 ? RegExpPrototypeExec(/^[0-9A-Fa-f]{2}/, StringPrototypeSlice(text, i + 1, i + 3)) : null;
    if (hex !== null) {
      bytes[size++] = +`0x${hex[0]}`;
      i += 2;
    } else {
      bytes[size++] = code === 43 && decodeSpaces ? 32 : code;
    }
  }
  return bytes.subarray(0, size);
}

function unescape(text, decodeSpaces) {
  try {
    return decodeURIComponent(text);
  } catch {
    return unescapeBuffer(text, decodeSpaces).toString();
  }
}

function primitiveText(value) {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' && NumberIsFinite(value)) return `${value}`;
  if (typeof value === 'bigint' || typeof value === 'boolean') return `${value}`;
  return '';
}

function stringify(object, separator, equals, options) {
  separator ||= '&';
  equals ||= '=';
  let encode = module.exports.escape;
  if (typeof options?.encodeURIComponent === 'function') encode = options.encodeURIComponent;
  if (object === null || typeof object !== 'object') return '';
  const pairs = [];
  const keys = ObjectKeys(object);
  for (let i = 0; i < keys.length; i++) {
    const value = object[keys[i]];
    const start = encode(primitiveText(keys[i])) + equals;
    if (ArrayIsArray(value)) {
      for (let k = 0; k < value.length; k++) ArrayPrototypePush(pairs, start + encode(primitiveText(value[k])));
    } else {
      ArrayPrototypePush(pairs, start + encode(primitiveText(value)));
    }
  }
  return ArrayPrototypeJoin(pairs, separator);
}

function parse(text, separator, equals, options) {
  const result = { __proto__: null };
  if (typeof text !== 'string' || text.length === 0) return result;
  separator = separator ? `${separator}` : '&';
  equals = equals ? `${equals}` : '=';
  let most = 1000;
  if (typeof options?.maxKeys === 'number') most = options.maxKeys > 0 ? options.maxKeys : Infinity;
  let decode = module.exports.unescape;
  if (typeof options?.decodeURIComponent === 'function') decode = options.decodeURIComponent;
  const decoded = (part) => {
    const spaced = StringPrototypeReplaceAll(part, '+', ' ');
    if (decode === unescape) return unescape(spaced, true);
    try {
      return decode(spaced);
    } catch {
      return unescape(spaced, true);
    }
  };
  const pairs = StringPrototypeSplit(text, separator);
  for (let i = 0; i < pairs.length && most > 0; i++) {
    if (pairs[i] === '') continue;
    most--;
    const at = StringPrototypeIndexOf(pairs[i], equals);
    const key = decoded(at === -1 ? pairs[i] : StringPrototypeSlice(pairs[i], 0, at));
    const value = at === -1 ? '' : decoded(StringPrototypeSlice(pairs[i], at + equals.length));
    const existing = result[key];
    if (existing === undefined) result[key] = value;
    else if (typeof existing === 'string') result[key] = [existing, value];
    else ArrayPrototypePush(existing, value);
  }
  return result;
}

module.exports = { unescapeBuffer, unescape, escape, stringify, encode: stringify, parse, decode: parse };
