'use strict';

// Modules whose text stands in their URL. Source: RFC 2397; Node.js documentation "Modules: ECMAScript modules",
// "data: imports".

const { RegExp, RegExpPrototypeExec, StringPrototypeStartsWith, decodeURIComponent } = primordials;

const kParts = new RegExp('^([^/]+/[^;,]+)(?:[^,]*?)(;base64)?,([\\s\\S]*)$');
const kFormats = { '__proto__': null, 'text/javascript': 'module', 'application/json': 'json' };

function isDataUrl(url) {
  return StringPrototypeStartsWith(url, 'data:');
}

function partsOf(url) {
  const { URL } = require('internal/url');
  const match = RegExpPrototypeExec(kParts, new URL(url).pathname);
  if (match === null) {
    const { ERR_INVALID_URL } = require('internal/errors').codes;
    throw new ERR_INVALID_URL(url);
  }
  return match;
}

function formatOf(url) {
  const { 1: type } = partsOf(url);
  if (kFormats[type] !== undefined) return kFormats[type];
  const { ERR_UNKNOWN_MODULE_FORMAT } = require('internal/errors').codes;
  throw new ERR_UNKNOWN_MODULE_FORMAT(type, url);
}

function sourceOf(url) {
  const { 2: isBase64, 3: body } = partsOf(url);
  const text = decodeURIComponent(body);
  return isBase64 === undefined ? text : require('buffer').Buffer.from(text, 'base64').toString();
}

module.exports = { formatOf, isDataUrl, sourceOf };
