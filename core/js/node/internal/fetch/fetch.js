'use strict';

// Source: Fetch Standard, "Fetch method", "HTTP fetch" and "HTTP-redirect fetch", as far as a server program sees
// them; what Node 20 was seen to send and to say. Requests go out over internal/http.

const {
  ArrayPrototypeIncludes,
  Error,
  Promise,
  PromiseReject,
  TypeError,
} = primordials;
const { freshState, kRedirects, makeResponse, kWithoutBody } = require('internal/fetch/response');
const { Headers, lockHeaders } = require('internal/fetch/headers');
const { Request, requestStateOf } = require('internal/fetch/request');
const { isBadPort } = require('internal/fetch/bad_ports');
const { send } = require('internal/fetch/transport');

const kMostRedirects = 20;
const kBodyHeaders = ['content-encoding', 'content-language', 'content-location', 'content-type', 'content-length'];
const kPrivateHeaders = ['authorization', 'proxy-authorization', 'cookie', 'host'];

// In Node's words. Blobs by their URL are not looked up.
const kRefusedSchemes = {
  '__proto__': null,
  'about:': 'about scheme is not supported',
  'blob:': 'invalid method',
  'file:': 'not implemented... yet...',
};

function failure(cause) {
  return new TypeError('fetch failed', { cause });
}

// One call of fetch(), with all the requests that redirects lead to.
class Fetching {
  #request;
  #state;
  #settle;
  #exchange = null;  // on its way now
  #content = null;  // the response's body while it is coming in
  #redirects = 0;
  #ended = false;

  constructor(request, settle) {
    this.#request = request;
    const { method, url, headers, content, cache } = requestStateOf(request);
    this.#state = { method, url, headers: new Headers(headers), content, cache };
    this.#settle = settle;
  }

  start() {
    const { signal } = this.#request;
    if (signal.aborted) {
      this.#abort(signal.reason);
      return;
    }
    signal.addEventListener('abort', () => this.#abort(signal.reason), { once: true });
    this.#next();
  }

  #abort(reason) {
    this.#exchange?.abort();
    this.#content?.fail(reason);
    this.#finish(reason);
  }

  #finish(error, response) {
    if (this.#ended) return;
    this.#ended = true;
    if (response !== undefined) this.#settle.resolve(response);
    else this.#settle.reject(error);
  }

  #next() {
    const { url } = this.#state;
    if (url.protocol === 'data:') {
      this.#answerFromData(url);
    } else if (kRefusedSchemes[url.protocol] !== undefined) {
      this.#finish(failure(new Error(kRefusedSchemes[url.protocol])));
    } else if (url.protocol === 'https:') {
      const { codes: { ERR_FEATURE_UNAVAILABLE_ON_PLATFORM } } = require('internal/errors');
      this.#finish(failure(new ERR_FEATURE_UNAVAILABLE_ON_PLATFORM('fetch() of https: URLs')));
    } else if (url.protocol !== 'http:') {
      this.#finish(failure(new Error('unknown scheme')));
    } else if (isBadPort(url.port)) {
      this.#finish(failure(new Error('bad port')));
    } else {
      this.#exchange = send(this.#state, {
        onResponse: (head, content) => this.#onResponse(head, content),
        onError: (error) => this.#finish(failure(error)),
      });
    }
  }

  #answerFromData(url) {
    const { dataOf } = require('internal/fetch/data_url');
    const data = dataOf(url);
    if (data === undefined) {
      this.#finish(failure(new Error('failed to fetch the data URL')));
      return;
    }
    const state = { ...freshState(), url: url.href, statusText: 'OK', type: 'basic', content: data.content };
    state.headers.append('content-type', data.type);
    this.#finish(null, makeResponse(state));
  }

  #onResponse(head, content) {
    const location = ArrayPrototypeIncludes(kRedirects, head.status) ? head.headers.get('location') : null;
    const { redirect } = this.#request;
    if (location !== null && redirect === 'error') {
      content?.drop();
      this.#finish(failure(new Error('unexpected redirect')));
    } else if (location !== null && redirect === 'follow') {
      content?.drop();
      this.#follow(head.status, location);
    } else {
      this.#deliver(head, content);
    }
  }

  #deliver({ status, statusText, headers }, content) {
    const { method, url } = this.#state;
    const hasBody = method !== 'HEAD' && !ArrayPrototypeIncludes(kWithoutBody, status);
    if (!hasBody) content?.drop();
    this.#content = hasBody ? content : null;
    lockHeaders(headers);
    this.#finish(null, makeResponse({
      content: hasBody ? content.body : null,
      headers,
      redirected: this.#redirects > 0,
      status,
      statusText,
      type: 'basic',
      url: withoutFragment(url),
    }));
  }

  #follow(status, location) {
    const { URL } = require('internal/url');
    const state = this.#state;
    let target;
    try {
      target = new URL(location, state.url);
    } catch (error) {
      this.#finish(failure(error));
      return;
    }
    const { content } = state;
    if (target.protocol !== 'http:' && target.protocol !== 'https:') {
      this.#finish(failure(new Error('URL scheme must be a HTTP(S) scheme')));
    } else if (this.#redirects === kMostRedirects) {
      this.#finish(failure(new Error('redirect count exceeded')));
    } else if (status !== 303 && content !== null && content.pieces === null) {
      this.#finish(failure(undefined));
    } else {
      this.#redirects++;
      if (becomesGet(status, state.method)) {
        state.method = 'GET';
        state.content = null;
        for (let i = 0; i < kBodyHeaders.length; i++) state.headers.delete(kBodyHeaders[i]);
      }
      if (target.origin !== state.url.origin) {
        for (let i = 0; i < kPrivateHeaders.length; i++) state.headers.delete(kPrivateHeaders[i]);
      }
      state.url = target;
      this.#next();
    }
  }
}

function becomesGet(status, method) {
  if (status === 303) return method !== 'GET' && method !== 'HEAD';
  return (status === 301 || status === 302) && method === 'POST';
}

function withoutFragment(url) {
  const { URL } = require('internal/url');
  const shown = new URL(url);
  shown.hash = '';
  return shown.href;
}

function fetch(input, init) {
  let request;
  try {
    request = new Request(input, init);
  } catch (error) {
    return PromiseReject(error);
  }
  return new Promise((resolve, reject) => new Fetching(request, { resolve, reject }).start());
}

module.exports = { fetch };
