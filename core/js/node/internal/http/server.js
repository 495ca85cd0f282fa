'use strict';

// http.Server and http.ServerResponse. Source: Node.js documentation "Class: http.Server", "Class:
// http.ServerResponse".

const {
  ArrayIsArray,
  FunctionPrototypeCall,
  ObjectKeys,
  ObjectSetPrototypeOf,
  RegExpPrototypeExec,
  SafeSet,
  Symbol,
  SymbolAsyncDispose,
} = primordials;
const { codes } = require('internal/errors');
const { STATUS_CODES, hasInvalidChar } = require('internal/http/common');
const { IncomingMessage } = require('internal/http/incoming');
const { OutgoingMessage, kOnHead, kOutHeaders, kUniqueHeaders } = require('internal/http/outgoing');
const { noteHead } = require('internal/http/request_trace');
const net = require('net');
const {
  validateBoolean, validateInteger, validateObject,
} = require('internal/validators');

const kLink = /^(?:<[^>]*>)(?:\s*;\s*[^;"\s]+(?:=(")?[^;"\s]*\1)?)*$/;

const kServerResponse = Symbol('ServerResponse');
const kIncomingMessage = Symbol('IncomingMessage');
const kConnections = Symbol('http.server.connections');
const kConnectionsCheckingInterval = Symbol('http.server.connectionsCheckingInterval');

// ---- ServerResponse ----

function ServerResponse(request, options) {
  FunctionPrototypeCall(OutgoingMessage, this, options);
  if (request.method === 'HEAD') this._hasBody = false;
  this.req = request;
  this.sendDate = true;
  this._sent100 = false;
  this._expect_continue = false;
  // Who speaks an older version may not understand chunks.
  if (request.httpVersionMajor < 1 || request.httpVersionMinor < 1) {
    this.useChunkedEncodingByDefault = RegExpPrototypeExec(/(?:^|\W)chunked(?:$|\W)/i, request.headers.te ?? '') !== null;
    this.shouldKeepAlive = false;
  }
}
ObjectSetPrototypeOf(ServerResponse.prototype, OutgoingMessage.prototype);
ObjectSetPrototypeOf(ServerResponse, OutgoingMessage);

ServerResponse.prototype.statusCode = 200;
ServerResponse.prototype.statusMessage = undefined;

function onServerResponseClose() {
  if (this._httpMessage) emitClose(this._httpMessage);
}

function emitClose(message) {
  if (message._closed) return;
  message.destroyed = true;
  message._closed = true;
  message.emit('close');
}

ServerResponse.prototype.assignSocket = function(socket) {
  if (socket._httpMessage) throw new codes.ERR_HTTP_SOCKET_ASSIGNED();
  socket._httpMessage = this;
  socket.on('close', onServerResponseClose);
  this.socket = socket;
  this.emit('socket', socket);
  this._flush();
};

ServerResponse.prototype.detachSocket = function(socket) {
  socket.removeListener('close', onServerResponseClose);
  socket._httpMessage = null;
  this.socket = null;
};

ServerResponse.prototype.writeContinue = function(callback) {
  this._writeRaw('HTTP/1.1 100 Continue\r\n\r\n', 'ascii', callback);
  this._sent100 = true;
};

ServerResponse.prototype.writeProcessing = function(callback) {
  this._writeRaw('HTTP/1.1 102 Processing\r\n\r\n', 'ascii', callback);
};

function linkHeader(hints) {
  const value = ArrayIsArray(hints) ? hints : [hints];
  let text = '';
  for (let i = 0; i < value.length; i++) {
    if (typeof value[i] !== 'string' || RegExpPrototypeExec(kLink, value[i]) === null) {
      throw new codes.ERR_INVALID_ARG_VALUE(
        'hints', hints, 'must be an array or string of format "</styles.css>; rel=preload; as=style"');
    }
    text += i === 0 ? value[i] : `, ${value[i]}`;
  }
  return text;
}

ServerResponse.prototype.writeEarlyHints = function(hints, callback) {
  validateObject(hints, 'hints');
  if (hints.link === null || hints.link === undefined) return;
  const link = linkHeader(hints.link);
  if (link.length === 0) return;
  let head = `HTTP/1.1 103 Early Hints\r\nLink: ${link}\r\n`;
  for (const key of ObjectKeys(hints)) if (key !== 'link') head += `${key}: ${hints[key]}\r\n`;
  this._writeRaw(`${head}\r\n`, 'ascii', callback);
};

ServerResponse.prototype[kOnHead] = function() {
  noteHead(this);
};

ServerResponse.prototype._implicitHeader = function() {
  this.writeHead(this.statusCode);
};

// Headers given with those set before: what is given counts.
function mergeHeaders(response, headers) {
  if (ArrayIsArray(headers)) {
    if (headers.length % 2 !== 0) throw new codes.ERR_INVALID_ARG_VALUE('headers', headers);
    for (let i = 0; i < headers.length; i += 2) response.removeHeader(headers[i]);
    for (let i = 0; i < headers.length; i += 2) if (headers[i]) response.appendHeader(headers[i], headers[i + 1]);
  } else if (headers) {
    for (const name of ObjectKeys(headers)) if (name) response.setHeader(name, headers[name]);
  }
}

ServerResponse.prototype.writeHead = function(statusCode, reason, headers) {
  if (this._header) throw new codes.ERR_HTTP_HEADERS_SENT('write');
  const originalStatusCode = statusCode;
  statusCode |= 0;
  if (statusCode < 100 || statusCode > 999) throw new codes.ERR_HTTP_INVALID_STATUS_CODE(originalStatusCode);
  if (typeof reason === 'string') {
    this.statusMessage = reason;
  } else {
    this.statusMessage ||= STATUS_CODES[statusCode] || 'unknown';
    headers ??= reason;
  }
  this.statusCode = statusCode;
  let sent = headers;
  if (this[kOutHeaders]) {
    mergeHeaders(this, headers);
    sent = this[kOutHeaders];
  }
  if (hasInvalidChar(this.statusMessage)) throw new codes.ERR_INVALID_CHAR('statusMessage');
  if (statusCode === 204 || statusCode === 304 || statusCode < 200) this._hasBody = false;
  // Who waits for a "continue" that never came may send a body or not: nothing can follow.
  if (this._expect_continue && !this._sent100) this.shouldKeepAlive = false;
  this._storeHeader(`HTTP/1.1 ${statusCode} ${this.statusMessage}\r\n`, sent);
  return this;
};
ServerResponse.prototype.writeHeader = ServerResponse.prototype.writeHead;

// ---- Server ----

function checkedTime(options, name, fallback) {
  const value = options[name];
  if (value === undefined) return fallback;
  validateInteger(value, name, 0);
  return value;
}

function storeOptions(server, options) {
  server[kIncomingMessage] = options.IncomingMessage || IncomingMessage;
  server[kServerResponse] = options.ServerResponse || ServerResponse;
  if (options.maxHeaderSize !== undefined) validateInteger(options.maxHeaderSize, 'maxHeaderSize', 0);
  server.maxHeaderSize = options.maxHeaderSize;
  if (options.insecureHTTPParser !== undefined) validateBoolean(options.insecureHTTPParser, 'options.insecureHTTPParser');
  server.insecureHTTPParser = options.insecureHTTPParser;
  server.requestTimeout = checkedTime(options, 'requestTimeout', 300_000);
  server.headersTimeout = checkedTime(options, 'headersTimeout', server.requestTimeout > 0 ? min(60_000, server.requestTimeout) : 60_000);
  if (server.requestTimeout > 0 && server.headersTimeout > server.requestTimeout) {
    throw new codes.ERR_OUT_OF_RANGE('headersTimeout', '<= requestTimeout', options.headersTimeout);
  }
  server.keepAliveTimeout = checkedTime(options, 'keepAliveTimeout', 5_000);
  server.connectionsCheckingInterval = checkedTime(options, 'connectionsCheckingInterval', 30_000);
  if (options.requireHostHeader !== undefined) validateBoolean(options.requireHostHeader, 'options.requireHostHeader');
  server.requireHostHeader = options.requireHostHeader ?? true;
  if (options.joinDuplicateHeaders !== undefined) validateBoolean(options.joinDuplicateHeaders, 'options.joinDuplicateHeaders');
  server.joinDuplicateHeaders = options.joinDuplicateHeaders;
  if (options.rejectNonStandardBodyWrites !== undefined) {
    validateBoolean(options.rejectNonStandardBodyWrites, 'options.rejectNonStandardBodyWrites');
  }
  server.rejectNonStandardBodyWrites = options.rejectNonStandardBodyWrites ?? false;
}

function min(a, b) {
  return a < b ? a : b;
}

function Server(options, requestListener) {
  if (!(this instanceof Server)) return new Server(options, requestListener);
  if (typeof options === 'function') {
    requestListener = options;
    options = {};
  } else if (options === undefined || options === null) {
    options = {};
  } else {
    validateObject(options, 'options');
  }
  storeOptions(this, options);
  FunctionPrototypeCall(net.Server, this, {
    allowHalfOpen: true, noDelay: options.noDelay ?? true, keepAlive: options.keepAlive,
    keepAliveInitialDelay: options.keepAliveInitialDelay, highWaterMark: options.highWaterMark,
  });
  if (requestListener) this.on('request', requestListener);
  // The end of one way does not end the other; whether the program wants that is another thing.
  this.httpAllowHalfOpen = false;
  this[kConnections] = new SafeSet();
  this.on('connection', onConnection);
  this.timeout = 0;
  this.maxHeadersCount = null;
  this.maxRequestsPerSocket = 0;
  this[kUniqueHeaders] = uniqueHeaders(options.uniqueHeaders);
}
ObjectSetPrototypeOf(Server.prototype, net.Server.prototype);
ObjectSetPrototypeOf(Server, net.Server);

function uniqueHeaders(names) {
  if (!ArrayIsArray(names)) return null;
  const unique = new SafeSet();
  for (let i = 0; i < names.length; i++) unique.add(`${names[i]}`.toLowerCase());
  return unique;
}

Server.prototype.setTimeout = function(delay, callback) {
  this.timeout = delay;
  if (callback) this.on('timeout', callback);
  return this;
};

Server.prototype.close = function(...args) {
  this.closeIdleConnections();
  stopWatching(this);
  return FunctionPrototypeCall(net.Server.prototype.close, this, ...args);
};

Server.prototype[SymbolAsyncDispose] = net.Server.prototype[SymbolAsyncDispose];

Server.prototype.closeAllConnections = function() {
  for (const connection of new SafeSet(this[kConnections])) connection.socket.destroy();
};

// Those on which no request is being answered.
Server.prototype.closeIdleConnections = function() {
  for (const connection of new SafeSet(this[kConnections])) {
    if (connection.isIdle() && !(connection.socket._httpMessage && !connection.socket._httpMessage.finished)) {
      connection.socket.destroy();
    }
  }
};

// ---- Requests that take too long ----

// While there are connections: a server that only waits for some has nothing to come. Node looks every 30 s for ever.
function watchConnections(server) {
  server[kConnectionsCheckingInterval] ??=
    require('timers').setInterval(() => failLateRequests(server), server.connectionsCheckingInterval).unref();
}

function stopWatching(server) {
  if (server[kConnectionsCheckingInterval]) require('timers').clearInterval(server[kConnectionsCheckingInterval]);
  server[kConnectionsCheckingInterval] = undefined;
}

// So that nothing is to come any more: of timers that nothing holds a list is kept until it is due.
function stopWatchingAtOnce(server) {
  server[kConnectionsCheckingInterval]?.ref();
  stopWatching(server);
}

function failLateRequests(server) {
  if (server[kConnections].size === 0) return stopWatching(server);
  if (server.headersTimeout === 0 && server.requestTimeout === 0) return;
  for (const connection of new SafeSet(server[kConnections])) {
    if (connection.isLate(server)) onError(connection, new codes.ERR_HTTP_REQUEST_TIMEOUT());
  }
}

// ---- A connection ----

function onConnection(socket) {
  const { Connection } = require('internal/http/server_connection');
  watchConnections(this);
  new Connection(this, socket).start();
}

// Of a server's connections: what it could not understand, or what broke.
function onError(connection, error) {
  connection.fail(error);
}

module.exports = {
  Server, ServerResponse, emitClose, kConnections, kIncomingMessage, kServerResponse,
  stopWatchingAtOnce,
};
