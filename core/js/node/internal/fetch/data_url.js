'use strict';

// Source: Fetch Standard, "data: URLs".

const {
  RegExpPrototypeExec,
  RegExpPrototypeSymbolReplace,
  StringPrototypeIndexOf,
  StringPrototypeSlice,
  StringPrototypeStartsWith,
  decodeURIComponent,
} = primordials;
const { Buffer } = require('buffer');
const { BodyContent, asBytes } = require('internal/fetch/body');

const kBase64 = / *; *base64 *$/i;
const kPlainType = 'text/plain;charset=US-ASCII';

// The bytes that %XX stand for, and others as they are.
function percentDecoded(text) {
  const latin1 = RegExpPrototypeSymbolReplace(/%([0-9a-f]{2})/gi, text, (_, hex) => Buffer.from(hex, 'hex').toString('latin1'));
  return Buffer.from(latin1, 'latin1');
}

// { type, content } of a data: URL, or undefined if it is none.
function dataOf(url) {
  const text = StringPrototypeSlice(RegExpPrototypeSymbolReplace(/#.*$/, url.href, ''), 'data:'.length);
  const comma = StringPrototypeIndexOf(text, ',');
  if (comma === -1) return undefined;
  const head = decodeURIComponent(StringPrototypeSlice(text, 0, comma));
  let bytes = percentDecoded(StringPrototypeSlice(text, comma + 1));
  const isBase64 = RegExpPrototypeExec(kBase64, head) !== null;
  if (isBase64) bytes = Buffer.from(bytes.toString('latin1'), 'base64');
  const named = RegExpPrototypeSymbolReplace(kBase64, head, '');
  const type = StringPrototypeStartsWith(named, ';') ? `text/plain${named}` : named || kPlainType;
  return { type, content: new BodyContent([asBytes(bytes)], null) };
}

module.exports = { dataOf };
