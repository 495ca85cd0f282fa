'use strict';

// http.ClientRequest. Source: Node.js documentation "Class: http.ClientRequest", "http.request()".

const {
  ArrayIsArray,
  Boolean,
  FunctionPrototypeCall,
  ObjectAssign,
  ObjectDefineProperty,
  ObjectKeys,
  ObjectSetPrototypeOf,
  RegExpPrototypeExec,
  StringPrototypeIncludes,
  StringPrototypeToUpperCase,
  Symbol,
} = primordials;
const { Buffer } = require('buffer');
const { codes } = require('internal/errors');
const { isToken } = require('internal/http/common');
const { OutgoingMessage, kOnHead, kOutHeaders, kUniqueHeaders } = require('internal/http/outgoing');
const { noteFail, noteSend, putOn } = require('internal/http/request_trace');
const { globalAgent } = require('internal/http/agent');
const { URL, isURL } = require('internal/url');
const { urlToHttpOptions } = require('url');
const { validateBoolean, validateInteger, validateNumber } = require('internal/validators');

const kError = Symbol('kError');
const kPath = Symbol('kPath');

const kInvalidPath = /[^\u0021-\u00ff]/;
const kWithoutBody = { '__proto__': null, 'GET': true, 'HEAD': true, 'DELETE': true, 'OPTIONS': true, 'TRACE': true, 'CONNECT': true };

function connReset(message) {
  const { ConnResetException } = require('internal/system_errors');
  return new ConnResetException(message);
}

// ---- What is asked for ----

// (url, options, callback), (options, callback): [options, callback]
function argumentsOf(input, options, callback) {
  if (typeof input === 'string') {
    input = urlToHttpOptions(new URL(input));
  } else if (isURL(input)) {
    input = urlToHttpOptions(input);
  } else {
    callback = options;
    options = input;
    input = null;
  }
  if (typeof options === 'function') {
    callback = options;
    options = input || {};
  } else {
    options = ObjectAssign(input || {}, options);
  }
  return [options, callback];
}

function agentOf(options) {
  const { agent } = options;
  const fallback = options._defaultAgent || globalAgent;
  if (agent === false) return new fallback.constructor();
  if (agent === null || agent === undefined) return typeof options.createConnection === 'function' ? agent : fallback;
  if (typeof agent.addRequest === 'function') return agent;
  throw new codes.ERR_INVALID_ARG_TYPE('options.agent', ['Agent-like Object', 'undefined', 'false'], agent);
}

function checkedHost(host, name) {
  if (host === null || host === undefined || typeof host === 'string') return host;
  throw new codes.ERR_INVALID_ARG_TYPE(`options.${name}`, ['string', 'undefined', 'null'], host);
}

function checkedMethod(method) {
  if (method !== null && method !== undefined && typeof method !== 'string') {
    throw new codes.ERR_INVALID_ARG_TYPE('options.method', 'string', method);
  }
  if (!method) return 'GET';
  if (!isToken(method)) throw new codes.ERR_INVALID_HTTP_TOKEN('Method', method);
  return StringPrototypeToUpperCase(method);
}

function checkedDuration(delay) {
  validateNumber(delay, 'timeout');
  if (delay < 0 || !(delay < Infinity)) throw new codes.ERR_OUT_OF_RANGE('timeout', 'a non-negative finite number', delay);
  return delay;
}

// What the Host header says: the port only if it is not the usual one.
function hostHeader(host, port, defaultPort) {
  let text = host;
  const colon = text.indexOf(':');
  if (colon !== -1 && StringPrototypeIncludes(text, ':', colon + 1) && text[0] !== '[') text = `[${text}]`;
  return port && +port !== defaultPort ? `${text}:${port}` : text;
}

function ClientRequest(input, givenOptions, givenCallback) {
  FunctionPrototypeCall(OutgoingMessage, this);
  const { 0: options, 1: callback } = argumentsOf(input, givenOptions, givenCallback);
  this.agent = agentOf(options);
  const agent = this.agent;
  const protocol = options.protocol || agent?.protocol || 'http:';
  const expected = agent?.protocol || 'http:';
  if (options.path) {
    const path = `${options.path}`;
    if (RegExpPrototypeExec(kInvalidPath, path) !== null) throw new codes.ERR_UNESCAPED_CHARACTERS('Request path');
  }
  if (protocol !== expected) throw new codes.ERR_INVALID_PROTOCOL(protocol, expected);
  const defaultPort = options.defaultPort || agent?.defaultPort;
  const port = options.port = options.port || defaultPort || 80;
  const host = options.host = checkedHost(options.hostname, 'hostname') || checkedHost(options.host, 'host') || 'localhost';
  const setsHost = options.setHost !== undefined ? Boolean(options.setHost) : options.setDefaultHeaders !== false;
  this._removedConnection = options.setDefaultHeaders === false;
  this._removedContLen = options.setDefaultHeaders === false;
  this._removedTE = options.setDefaultHeaders === false;
  this.socketPath = options.socketPath;
  if (options.timeout !== undefined) this.timeout = checkedDuration(options.timeout);
  const { signal } = options;
  this.method = checkedMethod(options.method);
  if (options.maxHeaderSize !== undefined) validateInteger(options.maxHeaderSize, 'maxHeaderSize', 0);
  this.maxHeaderSize = options.maxHeaderSize;
  if (options.insecureHTTPParser !== undefined) validateBoolean(options.insecureHTTPParser, 'options.insecureHTTPParser');
  this.insecureHTTPParser = options.insecureHTTPParser;
  if (options.joinDuplicateHeaders !== undefined) validateBoolean(options.joinDuplicateHeaders, 'options.joinDuplicateHeaders');
  this.joinDuplicateHeaders = options.joinDuplicateHeaders;
  this[kPath] = options.path || '/';
  if (callback) this.once('response', callback);
  this.useChunkedEncodingByDefault = !kWithoutBody[this.method];
  this._ended = false;
  this.res = null;
  this.aborted = false;
  this.timeoutCb = null;
  this.upgradeOrConnect = false;
  this.parser = null;
  this.maxHeadersCount = null;
  this.reusedSocket = false;
  this.host = host;
  this.protocol = protocol;
  if (agent) {
    // Without any bound on connections there is no use in keeping one.
    this._last = !agent.keepAlive && agent.maxSockets === Infinity;
    this.shouldKeepAlive = !this._last;
  }
  this[kUniqueHeaders] = null;
  setHeaders(this, options, host, port, defaultPort, setsHost);
  if (signal) require('internal/streams/add_abort_signal').addAbortSignal(signal, this);
  findConnection(this, options);
}
ObjectSetPrototypeOf(ClientRequest.prototype, OutgoingMessage.prototype);
ObjectSetPrototypeOf(ClientRequest, OutgoingMessage);

function setHeaders(request, options, host, port, defaultPort, setsHost) {
  const { headers } = options;
  if (ArrayIsArray(headers)) {
    request._storeHeader(`${request.method} ${request.path} HTTP/1.1\r\n`, headers);
    return;
  }
  if (headers) for (const name of ObjectKeys(headers)) request.setHeader(name, headers[name]);
  if (host && setsHost && !request.getHeader('host')) request.setHeader('Host', hostHeader(host, port, defaultPort));
  if (options.auth && !request.getHeader('Authorization')) {
    request.setHeader('Authorization', `Basic ${Buffer.from(options.auth).toString('base64')}`);
  }
  if (request.getHeader('expect')) {
    if (request._header) throw new codes.ERR_HTTP_HEADERS_SENT('render');
    request._implicitHeader();
  }
}

function findConnection(request, options) {
  if (request.agent) {
    const { signal, ...rest } = options;
    request.agent.addRequest(request, rest);
    return;
  }
  request._last = true;
  request.shouldKeepAlive = false;
  let called = false;
  const oncreate = (error, socket) => {
    if (called) return;
    called = true;
    if (error) process.nextTick(emitError, request, error);
    else request.onSocket(socket);
  };
  if (typeof options.createConnection === 'function') {
    try {
      const socket = options.createConnection(options, oncreate);
      if (socket) oncreate(null, socket);
    } catch (error) {
      oncreate(error);
    }
  } else {
    request.onSocket(require('net').createConnection(options));
  }
}

function emitError(request, error) {
  noteFail(request, error);
  request.emit('error', error);
}

ClientRequest.prototype._implicitHeader = function() {
  if (this._header) throw new codes.ERR_HTTP_HEADERS_SENT('render');
  this._storeHeader(`${this.method} ${this.path} HTTP/1.1\r\n`, this[kOutHeaders]);
};

ClientRequest.prototype[kOnHead] = function() {
  noteSend(this);
};

ObjectDefineProperty(ClientRequest.prototype, 'path', {
  __proto__: null,
  configurable: true,
  enumerable: true,
  get() { return this[kPath]; },
  set(value) {
    const path = `${value}`;
    if (RegExpPrototypeExec(kInvalidPath, path) !== null) throw new codes.ERR_UNESCAPED_CHARACTERS('Request path');
    this[kPath] = path;
  },
});

// ---- Giving up ----

ClientRequest.prototype.abort = function() {
  if (this.aborted) return;
  this.aborted = true;
  process.nextTick(emitAbort, this);
  this.destroy();
};

function emitAbort(request) {
  request.emit('abort');
}

ClientRequest.prototype.destroy = function(error) {
  if (this.destroyed) return this;
  this.destroyed = true;
  // What is still to come is of no interest.
  this.res?._dump();
  this[kError] = error;
  this.socket?.destroy(error);
  return this;
};

function failWithoutSocket(request, error) {
  if (!error && !request.aborted) error = connReset('socket hang up');
  noteFail(request, error ?? connReset('aborted'));
  if (error) request.emit('error', error);
  request._closed = true;
  request.emit('close');
}

// ---- Its connection ----

ClientRequest.prototype.onSocket = function(socket, error) {
  process.nextTick(takeSocket, this, socket, error);
};

function takeSocket(request, socket, error) {
  if (request.destroyed || error) {
    dropSocket(request, socket, error);
    return;
  }
  const { Exchange } = require('internal/http/client_exchange');
  putOn(request, socket);
  new Exchange(request, socket).start();
  request._flush();
}

function dropSocket(request, socket, error) {
  const failure = error || request[kError];
  if (!socket) return failWithoutSocket(request, failure);
  if (!error && request.agent && !socket.destroyed) {
    socket.emit('free');
  } else {
    const { finished } = require('stream');
    finished(socket.destroy(failure), (reason) => {
      if (reason?.code === 'ERR_STREAM_PREMATURE_CLOSE') reason = null;
      failWithoutSocket(request, reason || failure);
    });
    return;
  }
  failWithoutSocket(request, failure);
}

// ---- Time-outs ----

function emitTimeout() {
  this._httpMessage?.emit('timeout');
}

function listenForTimeout(request) {
  if (request.timeoutCb) return;
  request.timeoutCb = emitTimeout;
  if (request.socket) request.socket.once('timeout', emitTimeout);
  else request.on('socket', (socket) => socket.once('timeout', emitTimeout));
}

function setWhenConnected(socket, delay) {
  if (socket.connecting) socket.once('connect', () => socket.setTimeout(delay));
  else socket.setTimeout(delay);
}

ClientRequest.prototype.setTimeout = function(delay, callback) {
  if (this._ended) return this;
  listenForTimeout(this);
  delay = checkedDuration(delay);
  if (callback) this.once('timeout', callback);
  if (this.socket) setWhenConnected(this.socket, delay);
  else this.once('socket', (socket) => setWhenConnected(socket, delay));
  return this;
};

function withSocket(method) {
  return function(...args) {
    const call = (socket) => {
      if (socket.connecting) socket.once('connect', () => socket[method](...args));
      else socket[method](...args);
    };
    if (this.socket) call(this.socket);
    else this.once('socket', call);
  };
}
ClientRequest.prototype.setNoDelay = withSocket('setNoDelay');
ClientRequest.prototype.setSocketKeepAlive = withSocket('setKeepAlive');
ClientRequest.prototype.clearTimeout = function(callback) {
  this.setTimeout(0, callback);
};

module.exports = { ClientRequest, listenForTimeout };
