'use strict';

// Source: Fetch Standard, "Request class". Words of errors: as Node 20 was seen to say them.

const {
  ArrayPrototypeIncludes,
  Boolean,
  ObjectDefineProperties,
  RegExpPrototypeExec,
  StringPrototypeToUpperCase,
  SymbolToStringTag,
  TypeError,
} = primordials;
const { AbortController, AbortSignal } = require('internal/abort_controller');
const { oneLevelDown } = require('internal/event');
const { extractBody, mixInBody } = require('internal/fetch/body');
const { converted, requireArguments, requireDictionary, requireOneOf } = require('internal/fetch/conversions');
const { Headers } = require('internal/fetch/headers');
const { isReadableStream } = require('internal/webstreams/readable_stream');
const { URL } = require('internal/url');
const { customInspectSymbol, kEnumerableProperty } = require('internal/util');

const kToken = /^[!#$%&'*+\-.^_`|~A-Za-z0-9]+$/;
const kForbiddenMethods = ['CONNECT', 'TRACE', 'TRACK'];
const kNormalizedMethods = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'POST', 'PUT'];
const kChoices = {
  __proto__: null,
  referrerPolicy: ['', 'no-referrer', 'no-referrer-when-downgrade', 'same-origin', 'origin', 'strict-origin',
                   'origin-when-cross-origin', 'strict-origin-when-cross-origin', 'unsafe-url'],
  mode: ['navigate', 'same-origin', 'no-cors', 'cors'],
  credentials: ['omit', 'same-origin', 'include'],
  cache: ['default', 'no-store', 'reload', 'no-cache', 'force-cache', 'only-if-cached'],
  redirect: ['follow', 'manual', 'error'],
  duplex: ['half'],
};
const kPlain = {
  __proto__: null,
  referrerPolicy: '', mode: 'cors', credentials: 'same-origin', cache: 'default', redirect: 'follow', duplex: 'half',
};

function parsedUrl(input) {
  let url;
  try {
    url = new URL(input);
  } catch (cause) {
    throw new TypeError(`Failed to parse URL from ${input}`, { cause });
  }
  if (url.username || url.password) {
    throw new TypeError(`Request cannot be constructed from a URL that includes credentials: ${input}`);
  }
  return url;
}

function checkedMethod(method) {
  if (RegExpPrototypeExec(kToken, method) === null) throw new TypeError(`'${method}' is not a valid HTTP method.`);
  const upper = StringPrototypeToUpperCase(method);
  if (ArrayPrototypeIncludes(kForbiddenMethods, upper)) throw new TypeError(`'${method}' HTTP method is unsupported.`);
  return ArrayPrototypeIncludes(kNormalizedMethods, upper) ? upper : method;
}

function checkedReferrer(referrer) {
  if (referrer === '') return 'no-referrer';
  try {
    return new URL(referrer).href;
  } catch (cause) {
    throw new TypeError(`Referrer "${referrer}" is not a valid URL.`, { cause });
  }
}

// A signal of the request's own that aborts with the given one.
function followed(signal) {
  const controller = new AbortController();
  if (signal === null || signal === undefined) return controller.signal;
  if (!(signal instanceof AbortSignal)) {
    throw new TypeError("Failed to construct 'Request': member signal is not of type AbortSignal.");
  }
  if (signal.aborted) controller.abort(signal.reason);
  else signal.addEventListener('abort', () => controller.abort(signal.reason), { once: true });
  return controller.signal;
}

let stateOf;

class Request {
  #state;

  static {
    stateOf = (request) => request.#state;
  }

  constructor(input, init = undefined) {
    requireArguments('Request constructor', 1, arguments);
    const options = requireDictionary(init, 'Request constructor');
    const from = input instanceof Request ? input.#state : undefined;
    const state = from !== undefined ? { ...from, content: null } : {
      ...kPlain, method: 'GET', url: parsedUrl(`${input}`), headers: undefined, referrer: 'about:client', integrity: '',
      keepalive: false, content: null,
    };
    chooseFrom(state, options);
    if (options.referrer !== undefined) state.referrer = checkedReferrer(`${options.referrer}`);
    if (options.integrity !== undefined) state.integrity = `${options.integrity}`;
    if (options.keepalive !== undefined) state.keepalive = Boolean(options.keepalive);
    if (options.method !== undefined) state.method = checkedMethod(`${options.method}`);
    state.signal = followed(options.signal !== undefined ? options.signal : from?.signal);
    state.headers = new Headers(options.headers ?? from?.headers);
    this.#state = state;
    this.#takeBody(options, from);
  }

  #takeBody(options, from) {
    const state = this.#state;
    const given = options.body ?? null;
    const inherited = given === null ? from?.content ?? null : null;
    if ((given !== null || inherited !== null) && (state.method === 'GET' || state.method === 'HEAD')) {
      throw new TypeError('Request with GET/HEAD method cannot have body.');
    }
    if (given !== null) {
      const { content, type } = extractBody(given);
      if (content.pieces === null && isReadableStream(given) && options.duplex === undefined) {
        throw new TypeError('RequestInit: duplex option is required when sending a body.');
      }
      state.content = content;
      if (type !== null && !state.headers.has('content-type')) state.headers.append('content-type', type);
    } else if (inherited !== null) {
      if (inherited.isUnusable) throw new TypeError('Cannot construct a Request with a Request object that has already been used.');
      state.content = inherited.move();
    }
  }

  get method() { return checked(this).method; }
  get url() { return checked(this).url.href; }
  get headers() { return checked(this).headers; }
  get destination() { return checked(this) && ''; }
  get referrer() {
    const { referrer } = checked(this);
    return referrer === 'no-referrer' ? '' : referrer;
  }
  get referrerPolicy() { return checked(this).referrerPolicy; }
  get mode() { return checked(this).mode; }
  get credentials() { return checked(this).credentials; }
  get cache() { return checked(this).cache; }
  get redirect() { return checked(this).redirect; }
  get integrity() { return checked(this).integrity; }
  get keepalive() { return checked(this).keepalive; }
  get isReloadNavigation() { return checked(this) && false; }
  get isHistoryNavigation() { return checked(this) && false; }
  get signal() { return checked(this).signal; }
  get duplex() { return checked(this) && 'half'; }

  clone() {
    const { content } = checked(this);
    if (content?.isUnusable) throw new TypeError('unusable');
    const copy = new Request(this.url, { signal: this.signal });
    copy.#state = { ...this.#state, headers: new Headers(this.headers), signal: copy.signal, content: content?.clone() ?? null };
    return copy;
  }

  [customInspectSymbol](depth, options, inspect) {
    if (depth < 0) return this;
    const shown = {
      method: this.method,
      url: this.url,
      headers: this.headers,
      destination: this.destination,
      referrer: this.referrer,
      referrerPolicy: this.referrerPolicy,
      mode: this.mode,
      credentials: this.credentials,
      cache: this.cache,
      redirect: this.redirect,
      integrity: this.integrity,
      keepalive: this.keepalive,
      isReloadNavigation: this.isReloadNavigation,
      isHistoryNavigation: this.isHistoryNavigation,
      signal: this.signal,
    };
    return `Request ${inspect(shown, oneLevelDown(options))}`;
  }
}

function chooseFrom(state, options) {
  for (const name in kChoices) {
    if (options[name] === undefined) continue;
    state[name] = requireOneOf(options[name], kChoices[name], 'Request constructor');
  }
  if (options.mode === 'navigate') throw new TypeError('Request constructor: invalid request mode navigate.');
}

const requireRequest = converted(Request, (value) => stateOf(value));

function checked(request) {
  requireRequest(request);
  return stateOf(request);
}

mixInBody(Request, {
  check: requireRequest,
  contentOf: (request) => stateOf(request).content,
  headersOf: (request) => stateOf(request).headers,
});

const enumerable = { __proto__: null };
for (const name of ['method', 'url', 'headers', 'destination', 'referrer', 'referrerPolicy', 'mode', 'credentials', 'cache',
                    'redirect', 'integrity', 'keepalive', 'isReloadNavigation', 'isHistoryNavigation', 'signal', 'duplex', 'clone']) {
  enumerable[name] = kEnumerableProperty;
}
ObjectDefineProperties(Request.prototype, {
  ...enumerable,
  [SymbolToStringTag]: { __proto__: null, configurable: true, value: 'Request' },
});

module.exports = { Request, requestStateOf: stateOf };
