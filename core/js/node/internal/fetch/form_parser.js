'use strict';

// A form out of a body. Source: URL Standard, "application/x-www-form-urlencoded parsing"; RFC 7578.

const {
  RegExpPrototypeExec,
  RegExpPrototypeSymbolReplace,
  StringPrototypeStartsWith,
  StringPrototypeToLowerCase,
  TypeError,
} = primordials;
const { Buffer } = require('buffer');
const { File } = require('internal/blob');
const { FormData } = require('internal/fetch/form_data');
const { URLSearchParams } = require('internal/url');

const kBoundary = /;\s*boundary=(?:"([^"]*)"|([^;\s]+))/i;
const kName = /;\s*name="([^"]*)"/i;
const kFilename = /;\s*filename="([^"]*)"/i;
const kPartType = /^content-type:\s*(.*)$/im;
const kDisposition = /^content-disposition:(.*)$/im;

function broken() {
  return new TypeError('Failed to parse body as FormData.');
}

function unescaped(text) {
  const quotes = RegExpPrototypeSymbolReplace(/%22/g, text, '"');
  return RegExpPrototypeSymbolReplace(/%0A/gi, RegExpPrototypeSymbolReplace(/%0D/gi, quotes, '\r'), '\n');
}

function addPart(form, head, contents) {
  const disposition = RegExpPrototypeExec(kDisposition, head)?.[1];
  const name = disposition && RegExpPrototypeExec(kName, disposition)?.[1];
  if (name === undefined) throw broken();
  const filename = RegExpPrototypeExec(kFilename, disposition)?.[1];
  if (filename === undefined) {
    form.append(unescaped(name), contents.toString());
    return;
  }
  const type = RegExpPrototypeExec(kPartType, head)?.[1] ?? 'text/plain';
  form.append(unescaped(name), new File([contents], unescaped(filename), { type }));
}

function parseMultipart(bytes, boundary) {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const form = new FormData();
  const mark = `--${boundary}`;
  let at = buffer.indexOf(mark);
  for (;;) {
    if (at === -1) throw broken();
    at += mark.length;
    if (buffer.toString('latin1', at, at + 2) === '--') return form;
    const headEnd = buffer.indexOf('\r\n\r\n', at);
    const end = buffer.indexOf(`\r\n${mark}`, headEnd);
    if (headEnd === -1 || end === -1) throw broken();
    addPart(form, buffer.toString('utf8', at, headEnd), buffer.subarray(headEnd + 4, end));
    at = end + 2;
  }
}

function parseForm(bytes, contentType) {
  const type = StringPrototypeToLowerCase(contentType ?? '');
  if (StringPrototypeStartsWith(type, 'multipart/form-data')) {
    const found = RegExpPrototypeExec(kBoundary, contentType);
    if (found === null) throw broken();
    return parseMultipart(bytes, found[1] ?? found[2]);
  }
  if (StringPrototypeStartsWith(type, 'application/x-www-form-urlencoded')) {
    const form = new FormData();
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();
    for (const { 0: name, 1: value } of new URLSearchParams(text)) form.append(name, value);
    return form;
  }
  throw new TypeError('Content-Type was not one of "multipart/form-data" or "application/x-www-form-urlencoded".');
}

module.exports = { parseForm };
