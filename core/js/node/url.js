'use strict';

// Source: Node.js documentation "URL": the legacy API, and the helpers around the URL class.

const {
  NumberPrototypeToString,
  ObjectAssign,
  RegExpPrototypeExec,
  RegExpPrototypeSymbolReplace,
  StringPrototypeCharCodeAt,
  StringPrototypeIncludes,
  StringPrototypeIndexOf,
  StringPrototypeLastIndexOf,
  StringPrototypeReplaceAll,
  StringPrototypeSlice,
  StringPrototypeStartsWith,
  StringPrototypeToLowerCase,
  StringPrototypeToUpperCase,
  StringPrototypeTrim,
  decodeURIComponent,
  encodeURIComponent,
} = primordials;
const { domainToASCII, domainToUnicode } = internalBinding('url');
const {
  codes: { ERR_INVALID_ARG_TYPE, ERR_INVALID_FILE_URL_HOST, ERR_INVALID_FILE_URL_PATH, ERR_INVALID_URL, ERR_INVALID_URL_SCHEME },
} = require('internal/errors');
const { URL, URLSearchParams } = require('internal/url');
const { validateString } = require('internal/validators');

const kSlashed = { __proto__: null, 'http': true, 'https': true, 'ftp': true, 'gopher': true, 'file': true, 'ws': true, 'wss': true };

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

function isSlashed(protocol) {
  return kSlashed[StringPrototypeReplaceAll(protocol ?? '', ':', '')] === true;
}

const kEscapes = /[\t\n\r "'<>\\^`{|}]/g;

function escapeUnwise(text) {
  return RegExpPrototypeSymbolReplace(kEscapes, text, (character) => encodeURIComponent(character) === character ?
    `%${StringPrototypeToUpperCase(NumberPrototypeToString(StringPrototypeCharCodeAt(character, 0), 16))}` :
    encodeURIComponent(character));
}

Url.prototype.parse = function(url, parseQuery, slashesDenoteHost) {
  validateString(url, 'url');
  let rest = StringPrototypeTrim(url);
  // Backslashes before the query mean slashes.
  const mark = RegExpPrototypeExec(/[?#]/, rest)?.index ?? rest.length;
  rest = StringPrototypeReplaceAll(StringPrototypeSlice(rest, 0, mark), '\\', '/') + StringPrototypeSlice(rest, mark);
  const protocol = RegExpPrototypeExec(/^[a-z0-9.+-]+:/i, rest)?.[0];
  if (protocol !== undefined) {
    this.protocol = StringPrototypeToLowerCase(protocol);
    rest = StringPrototypeSlice(rest, protocol.length);
  }
  const isScript = this.protocol === 'javascript:';
  if ((slashesDenoteHost || protocol !== undefined || RegExpPrototypeExec(/^\/\/[^@/]+@[^@/]+/, rest) !== null) &&
      StringPrototypeStartsWith(rest, '//') && !isScript) {
    rest = StringPrototypeSlice(rest, 2);
    this.slashes = true;
  }
  if (this.slashes) rest = this.takeHost(rest, url);
  rest = escapeUnwise(rest);
  const hash = StringPrototypeIndexOf(rest, '#');
  if (hash !== -1) {
    this.hash = StringPrototypeSlice(rest, hash);
    rest = StringPrototypeSlice(rest, 0, hash);
  }
  const question = StringPrototypeIndexOf(rest, '?');
  if (question !== -1) {
    this.search = StringPrototypeSlice(rest, question);
    this.query = StringPrototypeSlice(rest, question + 1);
    if (parseQuery) this.query = require('querystring').parse(this.query);
    rest = StringPrototypeSlice(rest, 0, question);
  } else if (parseQuery) {
    this.search = null;
    this.query = { __proto__: null };
  }
  if (rest !== '') this.pathname = rest;
  if (isSlashed(this.protocol) && this.hostname && !this.pathname) this.pathname = '/';
  if (this.pathname || this.search) this.path = (this.pathname ?? '') + (this.search ?? '');
  this.href = this.format();
  return this;
};

Url.prototype.takeHost = function(rest, url) {
  let end = RegExpPrototypeExec(/[/?#\t\n\r "'%<>\\^`{|};]/, rest)?.index ?? rest.length;
  const terminator = RegExpPrototypeExec(/[/?#]/, rest)?.index ?? rest.length;
  const at = StringPrototypeLastIndexOf(StringPrototypeSlice(rest, 0, terminator), '@');
  if (at !== -1) {
    this.auth = decodeURIComponent(StringPrototypeSlice(rest, 0, at));
    rest = StringPrototypeSlice(rest, at + 1);
    end = RegExpPrototypeExec(/[/?#\t\n\r "'%<>\\^`{|};]/, rest)?.index ?? rest.length;
  }
  let host = StringPrototypeSlice(rest, 0, end);
  rest = StringPrototypeSlice(rest, end);
  const port = RegExpPrototypeExec(/:([0-9]*)$/, host);
  if (port !== null) {
    if (port[1] !== '') this.port = port[1];
    host = StringPrototypeSlice(host, 0, host.length - port[0].length);
  }
  const isIpv6 = host[0] === '[' && host[host.length - 1] === ']';
  this.hostname = StringPrototypeToLowerCase(host);
  if (!isIpv6 && this.hostname !== '') {
    const ascii = domainToASCII(this.hostname);
    if (ascii === undefined || RegExpPrototypeExec(/[\0\t\n\r #%/:<>?@[\\\]^|]/, ascii) !== null) throw new ERR_INVALID_URL(url);
    this.hostname = ascii;
  }
  this.host = this.hostname + (this.port === null ? '' : `:${this.port}`);
  if (isIpv6) this.hostname = StringPrototypeSlice(this.hostname, 1, -1);
  if (rest !== '' && rest[0] !== '/' && rest[0] !== '?' && rest[0] !== '#') rest = `/${rest}`;
  return rest;
};

Url.prototype.format = function() {
  let auth = this.auth || '';
  if (auth) auth = `${StringPrototypeReplaceAll(encodeURIComponent(auth), '%3A', ':')}@`;
  let protocol = this.protocol || '';
  let host = '';
  if (this.host) {
    host = auth + this.host;
  } else if (this.hostname) {
    const isIpv6 = StringPrototypeIncludes(this.hostname, ':') && this.hostname[0] !== '[';
    host = `${auth}${isIpv6 ? `[${this.hostname}]` : this.hostname}${this.port ? `:${this.port}` : ''}`;
  }
  let query = '';
  if (this.query !== null && typeof this.query === 'object') query = require('querystring').stringify(this.query);
  let search = this.search || (query && `?${query}`) || '';
  if (protocol && protocol[protocol.length - 1] !== ':') protocol += ':';
  let pathname = StringPrototypeReplaceAll(StringPrototypeReplaceAll(this.pathname || '', '#', '%23'), '?', '%3F');
  if (this.slashes || isSlashed(protocol)) {
    if (this.slashes || host) {
      if (pathname && pathname[0] !== '/') pathname = `/${pathname}`;
      host = `//${host}`;
    } else if (StringPrototypeStartsWith(protocol, 'file')) {
      host = '//';
    }
  }
  search = StringPrototypeReplaceAll(search, '#', '%23');
  let hash = this.hash || '';
  if (hash && hash[0] !== '#') hash = `#${hash}`;
  if (search && search[0] !== '?') search = `?${search}`;
  return protocol + host + pathname + search + hash;
};

function urlParse(url, parseQuery, slashesDenoteHost) {
  if (url instanceof Url) return url;
  return new Url().parse(url, parseQuery, slashesDenoteHost);
}

function urlFormat(url, options) {
  if (typeof url === 'string') return urlParse(url).format();
  if (typeof url !== 'object' || url === null) throw new ERR_INVALID_ARG_TYPE('urlObject', ['Object', 'string'], url);
  if (!(url instanceof URL)) return Url.prototype.format.call(ObjectAssign(new Url(), url));
  const { fragment = true, unicode = false, search = true, auth = true } = options ?? {};
  let text = `${url.protocol}${url.host === '' && url.protocol !== 'file:' ? '' : '//'}`;
  if (auth && (url.username || url.password)) text += `${url.username}${url.password ? `:${url.password}` : ''}@`;
  text += unicode ? `${domainToUnicode(url.hostname)}${url.port ? `:${url.port}` : ''}` : url.host;
  text += url.pathname;
  if (search) text += url.search;
  if (fragment) text += url.hash;
  return text;
}

// Legacy resolution, through the URL class where it can be.
function urlResolve(from, to) {
  const base = urlParse(from, false, true);
  if (base.protocol && base.host !== null) return new URL(to, base.href).href;
  const placeholder = 'resolve://host';
  const resolved = new URL(to, new URL(from, `${placeholder}/`));
  if (resolved.protocol === 'resolve:') {
    const text = `${resolved.pathname}${resolved.search}${resolved.hash}`;
    return StringPrototypeStartsWith(from, '/') || StringPrototypeStartsWith(to, '/') ? text : StringPrototypeSlice(text, 1);
  }
  return resolved.href;
}

function fileURLToPath(url) {
  if (typeof url === 'string') url = new URL(url);
  else if (!(url instanceof URL)) throw new ERR_INVALID_ARG_TYPE('path', ['string', 'URL'], url);
  if (url.protocol !== 'file:') throw new ERR_INVALID_URL_SCHEME('file');
  if (url.hostname !== '') throw new ERR_INVALID_FILE_URL_HOST('linux');
  if (RegExpPrototypeExec(/%2f/i, url.pathname) !== null) {
    throw new ERR_INVALID_FILE_URL_PATH('must not include encoded / characters', url);
  }
  return decodeURIComponent(url.pathname);
}

const kPathEscapes = { '__proto__': null, '%': '%25', '\\': '%5C', '\n': '%0A', '\r': '%0D', '\t': '%09', '?': '%3F', '#': '%23' };

function pathToFileURL(filepath) {
  validateString(filepath, 'path');
  const path = require('path');
  let resolved = path.resolve(filepath);
  if (filepath[filepath.length - 1] === '/' && resolved[resolved.length - 1] !== '/') resolved += '/';
  return new URL(`file://${RegExpPrototypeSymbolReplace(/[%\\\n\r\t?#]/g, resolved, (character) => kPathEscapes[character])}`);
}

function urlToHttpOptions(url) {
  const options = {
    __proto__: null,
    ...url,
    protocol: url.protocol,
    hostname: url.hostname?.[0] === '[' ? StringPrototypeSlice(url.hostname, 1, -1) : url.hostname,
    hash: url.hash,
    search: url.search,
    pathname: url.pathname,
    path: `${url.pathname || ''}${url.search || ''}`,
    href: url.href,
  };
  if (url.port !== '') options.port = +url.port;
  if (url.username || url.password) options.auth = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  return options;
}

module.exports = {
  Url,
  parse: urlParse,
  resolve: urlResolve,
  resolveObject: (from, to) => urlParse(urlResolve(from, to)),
  format: urlFormat,
  URL,
  URLSearchParams,
  domainToASCII: (domain) => domainToASCII(`${domain}`) ?? '',
  domainToUnicode: (domain) => domainToUnicode(`${domain}`) ?? '',
  pathToFileURL,
  fileURLToPath,
  urlToHttpOptions,
};
