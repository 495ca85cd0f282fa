'use strict';

// Source: Fetch Standard, "Response class". Words of errors: as Node 20 was seen to say them.

const {
  ArrayPrototypeIncludes,
  JSONStringify,
  ObjectDefineProperties,
  RangeError,
  RegExpPrototypeExec,
  SymbolToStringTag,
  TypeError,
} = primordials;
const { oneLevelDown } = require('internal/event');
const { extractBody, mixInBody } = require('internal/fetch/body');
const { converted, requireArguments, requireDictionary } = require('internal/fetch/conversions');
const { Headers, lockHeaders } = require('internal/fetch/headers');
const { customInspectSymbol, kEnumerableProperty } = require('internal/util');

const kReasonPhrase = /^[\t\x20-\x7e\x80-\xff]*$/;
const kRedirects = [301, 302, 303, 307, 308];
const kWithoutBody = [101, 103, 204, 205, 304];
// Given instead of a body: the response is made by our own code.
const kInternal = { __proto__: null };

let stateOf;

function freshState() {
  return { content: null, headers: new Headers(), redirected: false, status: 200, statusText: '', type: 'default', url: '' };
}

class Response {
  #state = freshState();

  static {
    stateOf = (response) => response.#state;
  }

  constructor(body = null, init = undefined) {
    if (body === kInternal) {
      this.#state = init;
      return;
    }
    const options = requireDictionary(init, 'undefined');
    const extracted = body === null || body === undefined ? null : extractBody(body);
    initialize(this.#state, options, extracted);
  }

  static error() {
    const response = makeResponse({ ...freshState(), status: 0, type: 'error' });
    lockHeaders(response.headers);
    return response;
  }

  static json(data, init = undefined) {
    requireArguments('Response.json', 1, arguments);
    const text = JSONStringify(data);
    if (text === undefined) throw new TypeError('Value is not JSON serializable');
    const state = freshState();
    initialize(state, requireDictionary(init, 'Response.json'), { ...extractBody(text), type: 'application/json' });
    return makeResponse(state);
  }

  static redirect(url, status = 302) {
    requireArguments('Response.redirect', 1, arguments);
    const { URL } = require('internal/url');
    let target;
    try {
      target = new URL(`${url}`);
    } catch (cause) {
      throw new TypeError(`Failed to parse URL from ${url}`, { cause });
    }
    if (!ArrayPrototypeIncludes(kRedirects, status)) throw new RangeError(`Invalid status code ${status}`);
    const state = { ...freshState(), status };
    state.headers.append('location', target.href);
    lockHeaders(state.headers);
    return makeResponse(state);
  }

  get type() {
    requireResponse(this);
    return this.#state.type;
  }

  get url() {
    requireResponse(this);
    return this.#state.url;
  }

  get redirected() {
    requireResponse(this);
    return this.#state.redirected;
  }

  get status() {
    requireResponse(this);
    return this.#state.status;
  }

  get ok() {
    requireResponse(this);
    return this.#state.status >= 200 && this.#state.status <= 299;
  }

  get statusText() {
    requireResponse(this);
    return this.#state.statusText;
  }

  get headers() {
    requireResponse(this);
    return this.#state.headers;
  }

  clone() {
    requireResponse(this);
    const { content, headers, ...rest } = this.#state;
    if (content?.isUnusable) throw new TypeError('Response.clone: Body has already been consumed.');
    return makeResponse({ ...rest, headers: new Headers(headers), content: content?.clone() ?? null });
  }

  [customInspectSymbol](depth, options, inspect) {
    if (depth < 0) return this;
    const { status, statusText, headers, body, bodyUsed, ok, redirected, type, url } = this;
    const shown = { status, statusText, headers, body, bodyUsed, ok, redirected, type, url };
    return `Response ${inspect(shown, oneLevelDown(options))}`;
  }
}

function initialize(state, { status = 200, statusText = '', headers }, extracted) {
  const number = status & 0xffff;
  if (number < 200 || number > 599) {
    throw new RangeError('init["status"] must be in the range of 200 to 599, inclusive.');
  }
  const phrase = `${statusText}`;
  if (RegExpPrototypeExec(kReasonPhrase, phrase) === null) throw new TypeError('Invalid statusText');
  state.status = number;
  state.statusText = phrase;
  state.headers = new Headers(headers);
  if (extracted === null) return;
  if (ArrayPrototypeIncludes(kWithoutBody, number)) throw new TypeError(`Response constructor: Invalid response status code ${number}`);
  state.content = extracted.content;
  if (extracted.type !== null && !state.headers.has('content-type')) {
    state.headers.append('content-type', extracted.type);
  }
}

function makeResponse(state) {
  return new Response(kInternal, state);
}

const requireResponse = converted(Response, (value) => stateOf(value));

mixInBody(Response, {
  check: requireResponse,
  contentOf: (response) => stateOf(response).content,
  headersOf: (response) => stateOf(response).headers,
});

ObjectDefineProperties(Response, {
  error: kEnumerableProperty,
  json: kEnumerableProperty,
  redirect: kEnumerableProperty,
});
ObjectDefineProperties(Response.prototype, {
  type: kEnumerableProperty,
  url: kEnumerableProperty,
  redirected: kEnumerableProperty,
  status: kEnumerableProperty,
  ok: kEnumerableProperty,
  statusText: kEnumerableProperty,
  headers: kEnumerableProperty,
  clone: kEnumerableProperty,
  [SymbolToStringTag]: { __proto__: null, configurable: true, value: 'Response' },
});

module.exports = { Response, freshState, kRedirects, kWithoutBody, makeResponse };
