'use strict';

// Source: Node.js documentation "URL": the legacy API, and the helpers around the URL class. The legacy
// Url is in internal/url_legacy.

const {
  FunctionPrototypeCall,
  StringPrototypeIncludes,
  StringPrototypeSlice,
  decodeURIComponent,
} = primordials;
const binding = internalBinding('url');
const {
  codes: { ERR_INVALID_ARG_TYPE, ERR_INVALID_URL, ERR_MISSING_ARGS },
} = require('internal/errors');
const { URL, URLSearchParams, hostnameOf } = require('internal/url');
const { fileURLToPath, pathToFileURL } = require('internal/url_file');
const { Url, urlParse } = require('internal/url_legacy');
const parser = require('internal/url_parser');
const { validateObject } = require('internal/validators');

// As it was before a script could replace it.
const legacyFormat = Url.prototype.format;

function urlResolve(source, relative) {
  return urlParse(source, false, true).resolve(relative);
}

function urlResolveObject(source, relative) {
  if (!source) return relative;
  return urlParse(source, false, true).resolveObject(relative);
}

// An option that is true unless it is given and falsy.
function isWanted(option) {
  return option === undefined || option === null || Boolean(option);
}

function formatURL(href, options) {
  const record = parser.parseUrl(`${href}`, undefined);
  if (record === undefined) throw new ERR_INVALID_URL(href);
  const { auth, fragment, search, unicode } = options ?? {};
  if (!isWanted(auth)) record.username = record.password = '';
  if (!isWanted(search)) record.query = null;
  if (!isWanted(fragment)) record.fragment = null;
  // Another host than a name in Punycode stays as it is written.
  if (unicode && record.host && StringPrototypeIncludes(record.host, 'xn--'))
    record.host = binding.domainToUnicode(record.host) ?? record.host;
  return parser.serializeUrl(record);
}

function urlFormat(urlObject, options) {
  if (typeof urlObject === 'string') return urlParse(urlObject).format();
  if (typeof urlObject !== 'object' || urlObject === null)
    throw new ERR_INVALID_ARG_TYPE('urlObject', ['Object', 'string'], urlObject);
  if (!(urlObject instanceof URL)) return FunctionPrototypeCall(legacyFormat, urlObject);
  if (options) validateObject(options, 'options');
  return formatURL(urlObject.href, options);
}

function domainToASCII(domain) {
  if (arguments.length === 0) throw new ERR_MISSING_ARGS('domain');
  return hostnameOf(`${domain}`);
}

function domainToUnicode(domain) {
  if (arguments.length === 0) throw new ERR_MISSING_ARGS('domain');
  return binding.domainToUnicode(hostnameOf(`${domain}`)) ?? '';
}

function urlToHttpOptions(url) {
  const { hostname, pathname, port, username, password, search } = url;
  const options = {
    __proto__: null,
    ...url,
    protocol: url.protocol,
    hostname: hostname?.[0] === '[' ? StringPrototypeSlice(hostname, 1, -1) : hostname,
    hash: url.hash,
    search,
    pathname,
    path: `${pathname || ''}${search || ''}`,
    href: url.href,
  };
  if (port !== '') options.port = +port;
  if (username || password) options.auth = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return options;
}

module.exports = {
  Url,
  parse: urlParse,
  resolve: urlResolve,
  resolveObject: urlResolveObject,
  format: urlFormat,
  URL,
  URLSearchParams,
  domainToASCII,
  domainToUnicode,
  pathToFileURL,
  fileURLToPath,
  urlToHttpOptions,
};
