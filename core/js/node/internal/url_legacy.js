'use strict';

// The URL of before the URL class: url.parse() and url.format() of plain objects. internal/url_resolve has
// what relative references mean. Source: Node.js documentation "Legacy URL API".

const {
  RegExpPrototypeExec,
  RegExpPrototypeSymbolReplace,
  StringPrototypeCharCodeAt,
  StringPrototypeEndsWith,
  StringPrototypeIncludes,
  StringPrototypeIndexOf,
  StringPrototypeLastIndexOf,
  StringPrototypeReplaceAll,
  StringPrototypeSlice,
  StringPrototypeStartsWith,
  StringPrototypeToLowerCase,
  TypeError,
  decodeURIComponent,
  encodeURIComponent,
} = primordials;
const { domainToASCII } = internalBinding('url');
const {
  codes: { ERR_INVALID_URI, ERR_INVALID_URL },
} = require('internal/errors');
const { validateString } = require('internal/validators');

function Url() {
  this.protocol = null;
  this.slashes = null;
  this.auth = null;
  this.host = null;
  this.port = null;
  this.hostname = null;
  this.hash = null;
  this.search = null;
  this.query = null;
  this.pathname = null;
  this.path = null;
  this.href = null;
}

const kSlashed = { '__proto__': null, 'http': true, 'https': true, 'ftp': true, 'gopher': true, 'file': true, 'ws': true, 'wss': true };

function withoutColon(protocol) {
  return typeof protocol === 'string' && StringPrototypeEndsWith(protocol, ':') ?
    StringPrototypeSlice(protocol, 0, -1) : protocol;
}

// Whether "//" and a host belong to URLs of this protocol.
function isSlashed(protocol) {
  return kSlashed[withoutColon(protocol)] === true;
}

function isHostless(protocol) {
  return withoutColon(protocol) === 'javascript';
}

// Parsing.

function isTrimmed(code) {
  return code <= 0x20 || code === 0xA0 || code === 0xFEFF;
}

function trimmed(text) {
  let start = 0;
  let end = text.length;
  while (start < end && isTrimmed(StringPrototypeCharCodeAt(text, start))) start++;
  while (end > start && isTrimmed(StringPrototypeCharCodeAt(text, end - 1))) end--;
  return StringPrototypeSlice(text, start, end);
}

// Where the query or the fragment begins, whichever is first.
function tailIndex(text) {
  return RegExpPrototypeExec(/[?#]/, text)?.index ?? text.length;
}

const kEscapes = {
  '__proto__': null, '\t': '%09', '\n': '%0A', '\r': '%0D', ' ': '%20', '"': '%22', '\'': '%27', '<': '%3C', '>': '%3E',
  '\\': '%5C', '^': '%5E', '`': '%60', '{': '%7B', '|': '%7C', '}': '%7D',
};

// What no URL should contain, and what RFC 1738 calls unwise.
function escapeUnwise(text) {
  return RegExpPrototypeSymbolReplace(/[\t\n\r "'<>\\^`{|}]/g, text, (character) => kEscapes[character]);
}

function setQuery(url, search, parseQuery) {
  if (search !== null) {
    url.search = search;
    url.query = StringPrototypeSlice(search, 1);
    if (parseQuery) url.query = require('querystring').parse(url.query);
  } else if (parseQuery) {
    url.query = { __proto__: null };
  }
}

// A path with at most a query is taken as it stands, unescaped. False if `text` is more than that.
function parsePathOnly(url, text, parseQuery) {
  const isPath = text[0] === '/' && !(text[1] === '/' && text[2] === '/');
  if (!isPath || RegExpPrototypeExec(/\s/, text) !== null) return false;
  const question = StringPrototypeIndexOf(text, '?');
  url.pathname = question === -1 ? text : StringPrototypeSlice(text, 0, question);
  url.path = text;
  url.href = text;
  setQuery(url, question === -1 ? null : StringPrototypeSlice(text, question), parseQuery);
  return true;
}

// "//user@host": a host even without a protocol.
function beginsWithUser(text) {
  const slash = StringPrototypeIndexOf(text, '/', 2);
  const authority = StringPrototypeSlice(text, 2, slash === -1 ? text.length : slash);
  const at = StringPrototypeIndexOf(authority, '@');
  return at > 0 && at + 1 < authority.length && authority[at + 1] !== '@';
}

let hasWarnedOfPort = false;

function warnOfPort(text) {
  if (hasWarnedOfPort) return;
  hasWarnedOfPort = true;
  process.emitWarning(
    `The URL ${text} is invalid. Future versions of Node.js will throw an error.`, 'DeprecationWarning', 'DEP0170');
}

// Takes the authority from the head of `rest`; what of it cannot be in a host begins the path, which is returned.
function takeAuthority(url, rest, wholeText) {
  const end = RegExpPrototypeExec(/[/?#]/, rest)?.index ?? rest.length;
  let host = RegExpPrototypeSymbolReplace(/[\t\n\r]/g, StringPrototypeSlice(rest, 0, end), '');
  rest = StringPrototypeSlice(rest, end);
  const at = StringPrototypeLastIndexOf(host, '@');
  if (at !== -1) {
    url.auth = decodeURIComponent(StringPrototypeSlice(host, 0, at));
    host = StringPrototypeSlice(host, at + 1);
  }
  const hostEnd = RegExpPrototypeExec(/[ "%';<>^`{|}]/, host)?.index ?? host.length;
  rest = StringPrototypeSlice(host, hostEnd) + rest;
  url.host = StringPrototypeSlice(host, 0, hostEnd);
  url.parseHost();
  if (typeof url.hostname !== 'string') url.hostname = '';
  return settleHostname(url, rest, wholeText);
}

function settleHostname(url, rest, wholeText) {
  let { hostname } = url;
  const isIpv6 = hostname[0] === '[' && hostname[hostname.length - 1] === ']';
  const colon = isIpv6 ? -1 : StringPrototypeIndexOf(hostname, ':');
  if (colon !== -1) {
    warnOfPort(wholeText);
    rest = `/${StringPrototypeSlice(hostname, colon)}${rest}`;
    hostname = StringPrototypeSlice(hostname, 0, colon);
  }
  hostname = hostname.length > kLongestHostname ? '' : StringPrototypeToLowerCase(hostname);
  if (hostname !== '') {
    if (!isIpv6) hostname = domainToASCII(hostname) || '';
    const forbidden = isIpv6 ? /[\0\t\n\r #%/<>?@\\^|]/ : /[\0\t\n\r #%/:<>?@[\\\]^|]/;
    if (hostname === '' || RegExpPrototypeExec(forbidden, hostname) !== null) throw new ERR_INVALID_URL(wholeText);
  }
  url.host = hostname + (url.port ? `:${url.port}` : '');
  url.hostname = isIpv6 ? StringPrototypeSlice(hostname, 1, -1) : hostname;
  return isIpv6 && rest[0] !== '/' ? `/${rest}` : rest;
}

const kLongestHostname = 255;

// The path, the query and the fragment.
function parseTail(url, text, parseQuery) {
  const hash = StringPrototypeIndexOf(text, '#');
  if (hash !== -1) {
    url.hash = StringPrototypeSlice(text, hash);
    text = StringPrototypeSlice(text, 0, hash);
  }
  const question = StringPrototypeIndexOf(text, '?');
  setQuery(url, question === -1 ? null : StringPrototypeSlice(text, question), parseQuery);
  const pathname = question === -1 ? text : StringPrototypeSlice(text, 0, question);
  if (pathname !== '') url.pathname = pathname;
  else if (isSlashed(url.protocol) && url.hostname) url.pathname = '/';
  if (url.pathname || url.search) url.path = (url.pathname || '') + (url.search || '');
}

Url.prototype.parse = function parse(url, parseQueryString, slashesDenoteHost) {
  validateString(url, 'url');
  let rest = trimmed(url);
  const tail = tailIndex(rest);
  // Backslashes of the path are slashes.
  const head = StringPrototypeReplaceAll(StringPrototypeSlice(rest, 0, tail), '\\', '/');
  rest = head + StringPrototypeSlice(rest, tail);
  if (!slashesDenoteHost && !StringPrototypeIncludes(head, '@') && !StringPrototypeIncludes(rest, '#') &&
      parsePathOnly(this, rest, parseQueryString)) return this;

  const scheme = RegExpPrototypeExec(/^[a-z0-9.+-]+:/i, rest)?.[0];
  if (scheme !== undefined) {
    this.protocol = StringPrototypeToLowerCase(scheme);
    rest = StringPrototypeSlice(rest, scheme.length);
  }
  const mayHaveHost = !isHostless(this.protocol);
  if (mayHaveHost && StringPrototypeStartsWith(rest, '//') &&
      (slashesDenoteHost || scheme !== undefined || beginsWithUser(rest))) {
    rest = StringPrototypeSlice(rest, 2);
    this.slashes = true;
  }
  if (mayHaveHost && (this.slashes || (scheme !== undefined && !isSlashed(scheme)))) rest = takeAuthority(this, rest, url);
  parseTail(this, mayHaveHost ? escapeUnwise(rest) : rest, parseQueryString);
  this.href = this.format();
  return this;
};

// Formatting.

// A property that should be a string and is not fails in V8's words for the method it does not have.
function requireString(value, name, method) {
  if (typeof value !== 'string') throw new TypeError(`${name}.${method} is not a function`);
  return value;
}

function formatAuth(auth) {
  try {
    return `${StringPrototypeReplaceAll(encodeURIComponent(auth), '%3A', ':')}@`;
  } catch {
    throw new ERR_INVALID_URI();
  }
}

function formatHost(url) {
  const auth = url.auth ? formatAuth(url.auth) : '';
  if (url.host) return auth + url.host;
  if (!url.hostname) return '';
  const hostname = requireString(url.hostname, 'this.hostname', 'includes');
  const isIpv6 = StringPrototypeIncludes(hostname, ':') && hostname[0] !== '[';
  return `${auth}${isIpv6 ? `[${hostname}]` : hostname}${url.port ? `:${url.port}` : ''}`;
}

function formatSearch(url) {
  let search = url.search || '';
  if (search === '' && url.query !== null && typeof url.query === 'object') {
    const query = require('querystring').stringify(url.query);
    if (query !== '') search = `?${query}`;
  }
  if (search === '') return '';
  search = StringPrototypeReplaceAll(requireString(search, 'search', 'replace'), '#', '%23');
  return search[0] === '?' ? search : `?${search}`;
}

function formatHash(url) {
  if (!url.hash) return '';
  return requireString(url.hash, 'hash', 'charCodeAt')[0] === '#' ? url.hash : `#${url.hash}`;
}

Url.prototype.format = function format() {
  let protocol = this.protocol ? requireString(this.protocol, 'protocol', 'charCodeAt') : '';
  if (protocol !== '' && !StringPrototypeEndsWith(protocol, ':')) protocol += ':';
  let host = formatHost(this);
  let pathname = `${this.pathname || ''}`;
  pathname = StringPrototypeReplaceAll(StringPrototypeReplaceAll(pathname, '#', '%23'), '?', '%3F');
  if (this.slashes || isSlashed(protocol)) {
    if (this.slashes || host !== '') {
      if (pathname !== '' && pathname[0] !== '/') pathname = `/${pathname}`;
      host = `//${host}`;
    } else if (StringPrototypeStartsWith(protocol, 'file')) {
      host = '//';
    }
  }
  return protocol + host + pathname + formatSearch(this) + formatHash(this);
};

Url.prototype.resolve = function resolve(relative) {
  return this.resolveObject(urlParse(relative, false, true)).format();
};

Url.prototype.resolveObject = function resolveObject(relative) {
  if (typeof relative === 'string') relative = new Url().parse(relative, false, true);
  return require('internal/url_resolve').resolve(this, relative);
};

// Splits the host into its name and its port.
Url.prototype.parseHost = function parseHost() {
  const port = RegExpPrototypeExec(/:[0-9]*$/, this.host)?.[0] ?? '';
  if (port.length > 1) this.port = StringPrototypeSlice(port, 1);
  const hostname = StringPrototypeSlice(this.host, 0, this.host.length - port.length);
  if (hostname !== '') this.hostname = hostname;
};

function urlParse(url, parseQueryString, slashesDenoteHost) {
  if (url instanceof Url) return url;
  return new Url().parse(url, parseQueryString, slashesDenoteHost);
}

module.exports = { isHostless, isSlashed, Url, urlParse };
