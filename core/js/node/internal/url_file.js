'use strict';

// Between file: URLs and paths, of this system (POSIX) or of Windows. Source: Node.js documentation
// "url.fileURLToPath(url[, options])" and "url.pathToFileURL(path[, options])".

const {
  RegExpPrototypeExec,
  RegExpPrototypeSymbolReplace,
  StringPrototypeEndsWith,
  StringPrototypeIndexOf,
  StringPrototypeReplaceAll,
  StringPrototypeSlice,
  StringPrototypeStartsWith,
  decodeURIComponent,
} = primordials;
const { domainToUnicode } = internalBinding('url');
const {
  codes: {
    ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE, ERR_INVALID_FILE_URL_HOST, ERR_INVALID_FILE_URL_PATH,
    ERR_INVALID_URL_SCHEME,
  },
} = require('internal/errors');
const { URL, isURL } = require('internal/url');
const { validateString } = require('internal/validators');

function posixPathOf(url) {
  if (url.hostname !== '') throw new ERR_INVALID_FILE_URL_HOST('linux');
  if (RegExpPrototypeExec(/%2f/i, url.pathname) !== null)
    throw new ERR_INVALID_FILE_URL_PATH('must not include encoded / characters', url);
  return decodeURIComponent(url.pathname);
}

function windowsPathOf(url) {
  if (RegExpPrototypeExec(/%2f|%5c/i, url.pathname) !== null)
    throw new ERR_INVALID_FILE_URL_PATH('must not include encoded \\ or / characters', url);
  const path = decodeURIComponent(StringPrototypeReplaceAll(url.pathname, '/', '\\'));
  if (url.hostname !== '') return `\\\\${domainToUnicode(url.hostname)}${path}`;
  if (RegExpPrototypeExec(/^\\[a-z]:/i, path) === null) throw new ERR_INVALID_FILE_URL_PATH('must be absolute', url);
  return StringPrototypeSlice(path, 1);
}

function fileURLToPath(path, options = undefined) {
  const url = typeof path === 'string' ? new URL(path) : path;
  if (!isURL(url)) throw new ERR_INVALID_ARG_TYPE('path', ['string', 'URL'], path);
  if (url.protocol !== 'file:') throw new ERR_INVALID_URL_SCHEME('file');
  return options?.windows ? windowsPathOf(url) : posixPathOf(url);
}

const kEscapes = {
  '__proto__': null, '%': '%25', '\\': '%5C', '\n': '%0A', '\r': '%0D', '\t': '%09', '?': '%3F', '#': '%23', '[': '%5B',
  ']': '%5D', '^': '%5E', '|': '%7C', '~': '%7E',
};

// A URL with this path, of which no character means more than itself.
function fileURL(host, path) {
  const url = new URL('file://');
  if (host !== '') url.hostname = host;
  url.pathname = RegExpPrototypeSymbolReplace(/[%\\\n\r\t?#[\]^|~]/g, path, (character) => kEscapes[character]);
  return url;
}

// "\\server\share\file", also as "\\?\UNC\server\share\file".
function uncURL(path) {
  const isLong = StringPrototypeStartsWith(path, '\\\\?\\UNC\\');
  const start = isLong ? 8 : 2;
  const end = StringPrototypeIndexOf(path, '\\', start);
  if (end === -1) throw new ERR_INVALID_ARG_VALUE('path', path, 'Missing UNC resource path');
  if (end === 2) throw new ERR_INVALID_ARG_VALUE('path', path, 'Empty UNC servername');
  return fileURL(StringPrototypeSlice(path, start, end), StringPrototypeReplaceAll(StringPrototypeSlice(path, end), '\\', '/'));
}

function windowsURL(path) {
  if (StringPrototypeStartsWith(path, '\\\\')) return uncURL(path);
  const resolved = resolvedWith(require('path').win32, path, /[/\\]$/);
  return fileURL('', StringPrototypeReplaceAll(resolved, '\\', '/'));
}

// The absolute path, with the slash at its end, if it has one, that resolving takes away.
function resolvedWith({ resolve }, path, slashAtEnd) {
  const resolved = resolve(path);
  return RegExpPrototypeExec(slashAtEnd, path) !== null && !StringPrototypeEndsWith(resolved, '/') ? `${resolved}/` : resolved;
}

function pathToFileURL(path, options) {
  validateString(path, 'path');
  return options?.windows ? windowsURL(path) : fileURL('', resolvedWith(require('path').posix, path, /\/$/));
}

module.exports = { fileURLToPath, pathToFileURL };
