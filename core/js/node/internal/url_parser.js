'use strict';

// The URL parser. Source: URL Standard (WHATWG), sections 3.5 "Host parsing" and 4.4 "URL parsing"; the
// state names are the standard's. A record is { scheme, username, password, host, port, path, query,
// fragment }: path is an array of segments, or a string if it is opaque.

const {
  ArrayIsArray,
  ArrayPrototypeJoin,
  ArrayPrototypePop,
  ArrayPrototypePush,
  ArrayPrototypeSlice,
  NumberParseInt,
  NumberPrototypeToString,
  RegExpPrototypeExec,
  RegExpPrototypeSymbolReplace,
  StringFromCodePoint,
  StringPrototypeCodePointAt,
  StringPrototypeIncludes,
  StringPrototypeIndexOf,
  StringPrototypeLastIndexOf,
  StringPrototypeSlice,
  StringPrototypeSplit,
  StringPrototypeToLowerCase,
  StringPrototypeToUpperCase,
} = primordials;
const { unmetered } = internalBinding('meter');
const { domainToASCII } = internalBinding('url');

const kDefaultPorts = { '__proto__': null, 'ftp': 21, 'file': null, 'http': 80, 'https': 443, 'ws': 80, 'wss': 443 };

function isSpecial(record) {
  return kDefaultPorts[record.scheme] !== undefined;
}

// Percent-encoding (section 1.3). Each set names its ASCII members beyond controls and non-ASCII.
const kFragmentSet = ' "<>`';
const kQuerySet = ' "#<>';
const kSpecialQuerySet = `${kQuerySet}'`;
const kPathSet = `${kQuerySet}?\`{}`;
const kUserinfoSet = `${kPathSet}/:;=@[\\]^|`;

function percent(byte) {
  return `%${byte < 16 ? '0' : ''}${StringPrototypeToUpperCase(NumberPrototypeToString(byte, 16))}`;
}

function percentEncodeCodePoint(code) {
  if (code < 0x80) return percent(code);
  if (code < 0x800) return percent(0xC0 | (code >> 6)) + percent(0x80 | (code & 63));
  if (code >= 0xD800 && code <= 0xDFFF) code = 0xFFFD;
  if (code < 0x10000) return percent(0xE0 | (code >> 12)) + percent(0x80 | ((code >> 6) & 63)) + percent(0x80 | (code & 63));
  return percent(0xF0 | (code >> 18)) + percent(0x80 | ((code >> 12) & 63)) + percent(0x80 | ((code >> 6) & 63)) +
    percent(0x80 | (code & 63));
}

function encoded(text, set) {
  let result = '';
  for (let i = 0; i < text.length;) {
    const code = StringPrototypeCodePointAt(text, i);
    const character = StringFromCodePoint(code);
    if (code <= 0x1F || code >= 0x7F || StringPrototypeIncludes(set, character)) result += percentEncodeCodePoint(code);
    else result += character;
    i += code > 0xFFFF ? 2 : 1;
  }
  return result;
}

function percentDecoded(text) {
  if (!StringPrototypeIncludes(text, '%')) return text;
  return require('querystring').unescapeBuffer(encodeUtf8Only(text), false).toString();
}

// Non-ASCII as percent-encoded bytes, so that decoding sees bytes only.
function encodeUtf8Only(text) {
  let result = '';
  for (let i = 0; i < text.length;) {
    const code = StringPrototypeCodePointAt(text, i);
    result += code < 0x80 ? StringFromCodePoint(code) : percentEncodeCodePoint(code);
    i += code > 0xFFFF ? 2 : 1;
  }
  return result;
}

// Hosts.

const kForbiddenHost = /[\0\t\n\r #/:<>?@[\\\]^|]/;
const kForbiddenDomain = /[\0-\x20#%/:<>?@[\\\]^|\x7F]/;

// A host's serialization, or undefined if it is not valid.
function parseHost(text, isOpaque) {
  if (text[0] === '[') {
    if (text[text.length - 1] !== ']') return undefined;
    const pieces = parseIpv6(StringPrototypeSlice(text, 1, -1));
    return pieces === undefined ? undefined : `[${serializeIpv6(pieces)}]`;
  }
  if (isOpaque) {
    return RegExpPrototypeExec(kForbiddenHost, text) === null ? encoded(text, '') : undefined;
  }
  const ascii = domainToASCII(percentDecoded(text));
  if (ascii === undefined || ascii === '' || RegExpPrototypeExec(kForbiddenDomain, ascii) !== null) return undefined;
  return endsInNumber(ascii) ? parseIpv4(ascii) : ascii;
}

function endsInNumber(host) {
  const parts = StringPrototypeSplit(host, '.');
  if (parts[parts.length - 1] === '') {
    if (parts.length === 1) return false;
    ArrayPrototypePop(parts);
  }
  const last = parts[parts.length - 1];
  return RegExpPrototypeExec(/^[0-9]+$/, last) !== null || RegExpPrototypeExec(/^0[xX][0-9a-fA-F]*$/, last) !== null;
}

function ipv4Number(text) {
  if (text === '') return undefined;
  let radix = 10;
  if (RegExpPrototypeExec(/^0[xX]/, text) !== null) {
    text = StringPrototypeSlice(text, 2);
    radix = 16;
  } else if (text.length >= 2 && text[0] === '0') {
    text = StringPrototypeSlice(text, 1);
    radix = 8;
  }
  if (text === '') return 0;
  const valid = radix === 10 ? /^[0-9]+$/ : radix === 16 ? /^[0-9a-fA-F]+$/ : /^[0-7]+$/;
  return RegExpPrototypeExec(valid, text) === null ? undefined : NumberParseInt(text, radix);
}

function parseIpv4(host) {
  const parts = StringPrototypeSplit(host, '.');
  if (parts[parts.length - 1] === '' && parts.length > 1) ArrayPrototypePop(parts);
  if (parts.length > 4) return undefined;
  let address = 0;
  for (let i = 0; i < parts.length; i++) {
    const number = ipv4Number(parts[i]);
    if (number === undefined) return undefined;
    const isLast = i === parts.length - 1;
    if (isLast ? number >= 256 ** (5 - parts.length) : number > 255) return undefined;
    address += isLast ? number : number * 256 ** (3 - i);
  }
  return `${(address >>> 24) & 255}.${(address >>> 16) & 255}.${(address >>> 8) & 255}.${address & 255}`;
}

function parseIpv6(text) {
  const halves = StringPrototypeSplit(text, '::');
  if (halves.length > 2) return undefined;
  const head = ipv6Pieces(halves[0], halves.length === 1);
  const tail = halves.length === 2 ? ipv6Pieces(halves[1], true) : [];
  if (head === undefined || tail === undefined) return undefined;
  const missing = 8 - head.length - tail.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  const pieces = ArrayPrototypeSlice(head);
  for (let i = 0; i < missing; i++) ArrayPrototypePush(pieces, 0);
  for (let i = 0; i < tail.length; i++) ArrayPrototypePush(pieces, tail[i]);
  return pieces;
}

function ipv6Pieces(text, mayEndInIpv4) {
  if (text === '') return [];
  const parts = StringPrototypeSplit(text, ':');
  const pieces = [];
  for (let i = 0; i < parts.length; i++) {
    if (i === parts.length - 1 && mayEndInIpv4 && StringPrototypeIncludes(parts[i], '.')) {
      const match = RegExpPrototypeExec(/^(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})$/, parts[i]);
      if (match === null || +match[1] > 255 || +match[2] > 255 || +match[3] > 255 || +match[4] > 255) return undefined;
      ArrayPrototypePush(pieces, +match[1] * 256 + +match[2]);
      ArrayPrototypePush(pieces, +match[3] * 256 + +match[4]);
    } else {
      if (RegExpPrototypeExec(/^[0-9a-fA-F]{1,4}$/, parts[i]) === null) return undefined;
      ArrayPrototypePush(pieces, NumberParseInt(parts[i], 16));
    }
  }
  return pieces;
}

function serializeIpv6(pieces) {
  let best = -1;
  let bestLength = 1;
  for (let i = 0; i < 8; i++) {
    let length = 0;
    while (i + length < 8 && pieces[i + length] === 0) length++;
    if (length > bestLength) {
      best = i;
      bestLength = length;
    }
  }
  let text = '';
  for (let i = 0; i < 8; i++) {
    if (i === best) {
      text += i === 0 ? '::' : ':';
      i += bestLength - 1;
      continue;
    }
    text += NumberPrototypeToString(pieces[i], 16);
    if (i !== 7) text += ':';
  }
  return text;
}

// Paths.

const kSingleDot = /^(?:\.|%2e)$/i;
const kDoubleDot = /^(?:\.|%2e)(?:\.|%2e)$/i;
const kDriveLetter = /^[a-zA-Z][:|]$/;
const kNormalDriveLetter = /^[a-zA-Z]:$/;

function shorten(record) {
  const { path } = record;
  if (record.scheme === 'file' && path.length === 1 && RegExpPrototypeExec(kNormalDriveLetter, path[0]) !== null) return;
  ArrayPrototypePop(path);
}

function startsWithDriveLetter(text) {
  return RegExpPrototypeExec(/^[a-zA-Z][:|](?:[/\\?#]|$)/, text) !== null;
}

// path state: the text up to the query or fragment, which the caller has cut off.
function parsePath(record, text) {
  const special = isSpecial(record);
  const separator = special ? /[/\\]/ : /\//;
  const segments = StringPrototypeSplit(text, separator);
  for (let i = 0; i < segments.length; i++) {
    const isLast = i === segments.length - 1;
    let segment = encoded(segments[i], kPathSet);
    if (RegExpPrototypeExec(kDoubleDot, segment) !== null) {
      shorten(record);
      if (isLast) ArrayPrototypePush(record.path, '');
    } else if (RegExpPrototypeExec(kSingleDot, segment) !== null) {
      if (isLast) ArrayPrototypePush(record.path, '');
    } else {
      if (record.scheme === 'file' && record.path.length === 0 && RegExpPrototypeExec(kDriveLetter, segment) !== null) {
        segment = `${segment[0]}:`;
      }
      ArrayPrototypePush(record.path, segment);
    }
  }
}

// path start state.
function parsePathStart(record, text) {
  if (isSpecial(record)) {
    parsePath(record, text[0] === '/' || text[0] === '\\' ? StringPrototypeSlice(text, 1) : text);
  } else if (text !== '') {
    parsePath(record, text[0] === '/' ? StringPrototypeSlice(text, 1) : text);
  }
}

// Whole URLs.

function emptyRecord() {
  return { scheme: '', username: '', password: '', host: null, port: null, path: [], query: null, fragment: null };
}

// Cuts "?query" and "#fragment" off.
function splitTail(text) {
  let fragment = null;
  const hash = StringPrototypeIndexOf(text, '#');
  if (hash !== -1) {
    fragment = StringPrototypeSlice(text, hash + 1);
    text = StringPrototypeSlice(text, 0, hash);
  }
  let query = null;
  const mark = StringPrototypeIndexOf(text, '?');
  if (mark !== -1) {
    query = StringPrototypeSlice(text, mark + 1);
    text = StringPrototypeSlice(text, 0, mark);
  }
  return { rest: text, query, fragment };
}

function setQuery(record, query) {
  record.query = query === null ? null : encoded(query, isSpecial(record) ? kSpecialQuerySet : kQuerySet);
}

function setFragment(record, fragment) {
  record.fragment = fragment === null ? null : encoded(fragment, kFragmentSet);
}

function cleaned(input) {
  const trimmed = RegExpPrototypeSymbolReplace(/^[\0- ]+|[\0- ]+$/g, input, '');
  return RegExpPrototypeSymbolReplace(/[\t\n\r]/g, trimmed, '');
}

// The basic URL parser: a record, or undefined on failure. `base` is a record or undefined.
function parseUrl(input, base) {
  const text = cleaned(input);
  const scheme = RegExpPrototypeExec(/^([a-zA-Z][a-zA-Z0-9+\-.]*):/, text);
  const record = emptyRecord();
  if (scheme === null) return base === undefined ? undefined : parseRelative(record, text, base);
  record.scheme = StringPrototypeToLowerCase(scheme[1]);
  const rest = StringPrototypeSlice(text, scheme[0].length);
  if (record.scheme === 'file') return parseFile(record, rest, base?.scheme === 'file' ? base : undefined);
  if (isSpecial(record)) {
    if (base?.scheme === record.scheme && RegExpPrototypeExec(/^[/\\]{2}/, rest) === null) {
      return parseRelative(record, rest, base);
    }
    return parseAuthorityAndOn(record, RegExpPrototypeSymbolReplace(/^[/\\]+/, rest, ''));
  }
  if (RegExpPrototypeExec(/^\/\//, rest) !== null) return parseAuthorityAndOn(record, StringPrototypeSlice(rest, 2));
  const tail = splitTail(rest);
  if (rest[0] === '/') parsePathStart(record, tail.rest);
  else record.path = encoded(tail.rest, '');
  setQuery(record, tail.query);
  setFragment(record, tail.fragment);
  return record;
}

// authority, host and port states, then the path.
function parseAuthorityAndOn(record, text) {
  const end = RegExpPrototypeExec(isSpecial(record) ? /[/\\?#]/ : /[/?#]/, text)?.index ?? text.length;
  if (!parseAuthority(record, StringPrototypeSlice(text, 0, end))) return undefined;
  const tail = splitTail(StringPrototypeSlice(text, end));
  parsePathStart(record, tail.rest);
  setQuery(record, tail.query);
  setFragment(record, tail.fragment);
  return record;
}

// A colon between brackets is not the port's.
const kHostAndPort = /^((?:\[[^\]]*\]?|[^:[])*)(?::(.*))?$/s;

function parseAuthority(record, text) {
  const at = StringPrototypeLastIndexOf(text, '@');
  if (at !== -1) {
    const credentials = StringPrototypeSlice(text, 0, at);
    const colon = StringPrototypeIndexOf(credentials, ':');
    record.username = encoded(colon === -1 ? credentials : StringPrototypeSlice(credentials, 0, colon), kUserinfoSet);
    record.password = colon === -1 ? '' : encoded(StringPrototypeSlice(credentials, colon + 1), kUserinfoSet);
    text = StringPrototypeSlice(text, at + 1);
    if (text === '') return false;
  }
  const match = RegExpPrototypeExec(kHostAndPort, text);
  if (match === null) return false;
  const { 1: host, 2: port } = match;
  if (host === '' && (isSpecial(record) || port !== undefined)) return false;
  if (!setHost(record, host)) return false;
  return port === undefined || setPort(record, port);
}

function setHost(record, text) {
  if (text === '') {
    record.host = '';
    return true;
  }
  const host = parseHost(text, !isSpecial(record));
  if (host === undefined) return false;
  record.host = host;
  return true;
}

// What the host and hostname setters do (host state and hostname state, overridden): false if nothing is set.
function setAuthority(record, text, withPort) {
  if (!ArrayIsArray(record.path)) return false;
  text = RegExpPrototypeSymbolReplace(/[\t\n\r]/g, text, '');
  const end = RegExpPrototypeExec(isSpecial(record) ? /[/\\?#]/ : /[/?#]/, text)?.index ?? text.length;
  text = StringPrototypeSlice(text, 0, end);
  if (record.scheme === 'file') return setFileHost(record, text);
  const { 1: host, 2: port } = RegExpPrototypeExec(kHostAndPort, text) ?? [text, text];
  if (port !== undefined && (!withPort || host === '')) return false;
  const mayBeEmpty = !isSpecial(record) && record.port === null && record.username === '' && record.password === '';
  if (host === '' && (!mayBeEmpty || record.host === null)) return false;
  const hadHost = record.host !== null && record.host !== '';
  if (!setHost(record, host)) return false;
  const digits = port === undefined || (!isSpecial(record) && !hadHost) ? null : RegExpPrototypeExec(/^[0-9]+/, port);
  if (digits !== null) setPort(record, digits[0]);
  return true;
}

function setFileHost(record, text) {
  if (!setHost(record, text)) return false;
  if (record.host === 'localhost') record.host = '';
  return true;
}

function setPort(record, text) {
  if (RegExpPrototypeExec(/^[0-9]*$/, text) === null || +text > 65535) return false;
  record.port = text === '' || +text === kDefaultPorts[record.scheme] ? null : +text;
  return true;
}

// file and file slash states.
function parseFile(record, text, base) {
  record.host = '';
  const first = text[0];
  if (first === '/' || first === '\\') {
    if (text[1] === '/' || text[1] === '\\') return parseFileHost(record, StringPrototypeSlice(text, 2));
    const tail = splitTail(text);
    if (base !== undefined) {
      record.host = base.host;
      if (!startsWithDriveLetter(StringPrototypeSlice(text, 1)) && base.path.length > 0 &&
          RegExpPrototypeExec(kNormalDriveLetter, base.path[0]) !== null) ArrayPrototypePush(record.path, base.path[0]);
    }
    parsePathStart(record, tail.rest);
    setQuery(record, tail.query);
    setFragment(record, tail.fragment);
    return record;
  }
  const tail = splitTail(text);
  if (base === undefined) {
    parsePath(record, tail.rest);
  } else {
    record.host = base.host;
    if (tail.rest === '') {
      record.path = ArrayPrototypeSlice(base.path);
      if (tail.query === null) record.query = base.query || null;
    } else {
      if (!startsWithDriveLetter(text)) {
        record.path = ArrayPrototypeSlice(base.path);
        shorten(record);
      }
      parsePath(record, tail.rest);
    }
  }
  if (tail.query !== null) setQuery(record, tail.query);
  setFragment(record, tail.fragment);
  return record;
}

function parseFileHost(record, text) {
  const end = RegExpPrototypeExec(/[/\\?#]/, text)?.index ?? text.length;
  const hostText = StringPrototypeSlice(text, 0, end);
  let rest = StringPrototypeSlice(text, end);
  if (RegExpPrototypeExec(kDriveLetter, hostText) !== null) {
    rest = text;
  } else if (hostText !== '') {
    const host = parseHost(hostText, false);
    if (host === undefined) return undefined;
    record.host = host === 'localhost' ? '' : host;
  }
  const tail = splitTail(rest);
  parsePathStart(record, tail.rest);
  setQuery(record, tail.query);
  setFragment(record, tail.fragment);
  return record;
}

// no scheme, relative and relative slash states.
function parseRelative(record, text, base) {
  record.scheme = base.scheme;
  const isOpaque = !ArrayIsArray(base.path);
  if (isOpaque) {
    if (text[0] !== '#') return undefined;
    const copy = { ...base };
    setFragment(copy, StringPrototypeSlice(text, 1));
    return copy;
  }
  if (base.scheme === 'file') return parseFile(record, text, base);
  const special = isSpecial(record);
  const isSlash = (character) => character === '/' || (special && character === '\\');
  if (isSlash(text[0]) && isSlash(text[1])) {
    return parseAuthorityAndOn(record, special ? RegExpPrototypeSymbolReplace(/^[/\\]+/, text, '') : StringPrototypeSlice(text, 2));
  }
  record.username = base.username;
  record.password = base.password;
  record.host = base.host;
  record.port = base.port;
  const tail = splitTail(text);
  if (isSlash(text[0])) {
    parsePathStart(record, tail.rest);
  } else {
    record.path = ArrayPrototypeSlice(base.path);
    if (tail.rest === '') {
      if (tail.query === null) record.query = base.query || null;
    } else {
      shorten(record);
      parsePath(record, tail.rest);
    }
  }
  if (tail.query !== null) setQuery(record, tail.query);
  setFragment(record, tail.fragment);
  return record;
}

// Section 4.5, "URL serializing".
function serializePath(record) {
  if (!ArrayIsArray(record.path)) return record.path;
  return record.path.length === 0 ? '' : `/${ArrayPrototypeJoin(record.path, '/')}`;
}

function serializeUrl(record, withoutFragment = false) {
  let text = `${record.scheme}:`;
  if (record.host !== null) {
    text += '//';
    if (record.username !== '' || record.password !== '') {
      text += record.username + (record.password === '' ? '' : `:${record.password}`) + '@';
    }
    text += record.host + (record.port === null ? '' : `:${record.port}`);
  } else if (ArrayIsArray(record.path) && record.path.length > 1 && record.path[0] === '') {
    text += '/.';
  }
  text += serializePath(record);
  if (record.query !== null) text += `?${record.query}`;
  if (!withoutFragment && record.fragment !== null) text += `#${record.fragment}`;
  return text;
}

const functions = {
  cleaned, encoded, isSpecial, parseAuthority, parseHost, parsePathStart, parseUrl, percentDecoded, serializePath,
  serializeUrl, setAuthority, setFragment, setHost, setPort, setQuery,
};
for (const name in functions) functions[name] = unmetered(functions[name]);

module.exports = { ...functions, kUserinfoSet };
