'use strict';

// http.OutgoingMessage: what ServerResponse and ClientRequest have in common. Source: Node.js
// documentation "Class: http.OutgoingMessage"; framing as RFC 9112 has it.

const {
  ArrayIsArray,
  ArrayPrototypePush,
  ArrayPrototypeUnshift,
  FunctionPrototypeCall,
  MathFloor,
  NumberPrototypeToString,
  ObjectDefineProperties,
  ObjectKeys,
  ObjectSetPrototypeOf,
  RegExpPrototypeExec,
  StringPrototypeToLowerCase,
  Symbol,
} = primordials;
const { Buffer } = require('buffer');
const EventEmitter = require('events');
const { codes } = require('internal/errors');
const { hasInvalidChar, utcDate, validateHeaderName, validateHeaderValue } = require('internal/http/common');
const { getDefaultHighWaterMark } = require('internal/streams/high_water_mark');
const { isUint8Array } = require('internal/util/types');
const { validateString } = require('internal/validators');
const { Stream } = require('internal/streams/legacy');

const kOutHeaders = Symbol('kOutHeaders');
const kNeedDrain = Symbol('kNeedDrain');
const kCorked = Symbol('corked');
const kErrored = Symbol('errored');
const kHighWaterMark = Symbol('kHighWaterMark');
const kBytesWritten = Symbol('kBytesWritten');
const kChunkedBuffer = Symbol('kChunkedBuffer');
const kChunkedLength = Symbol('kChunkedLength');
const kUniqueHeaders = Symbol('kUniqueHeaders');
const kOnHead = Symbol('kOnHead');  // called as the head goes
const kRejectBody = Symbol('kRejectNonStandardBodyWrites');

function ignore() {}

function OutgoingMessage(options) {
  FunctionPrototypeCall(Stream, this);
  this.outputData = [];
  this.outputSize = 0;
  this.writable = true;
  this.destroyed = false;
  this._last = false;
  this.chunkedEncoding = false;
  this.shouldKeepAlive = true;
  this.maxRequestsOnConnectionReached = false;
  this._defaultKeepAlive = true;
  this.useChunkedEncodingByDefault = true;
  this.sendDate = false;
  this._removedConnection = false;
  this._removedContLen = false;
  this._removedTE = false;
  this.strictContentLength = false;
  this[kBytesWritten] = 0;
  this._contentLength = null;
  this._hasBody = true;
  this._trailer = '';
  this[kNeedDrain] = false;
  this.finished = false;
  this._headerSent = false;
  this[kCorked] = 0;
  this[kChunkedBuffer] = [];
  this[kChunkedLength] = 0;
  this._closed = false;
  this.socket = null;
  this._header = null;
  this[kOutHeaders] = null;
  this._keepAliveTimeout = 0;
  this._onPendingData = ignore;
  this[kErrored] = null;
  this[kHighWaterMark] = options?.highWaterMark ?? getDefaultHighWaterMark();
  this[kRejectBody] = options?.rejectNonStandardBodyWrites ?? false;
}
ObjectSetPrototypeOf(OutgoingMessage.prototype, Stream.prototype);
ObjectSetPrototypeOf(OutgoingMessage, Stream);

ObjectDefineProperties(OutgoingMessage.prototype, {
  errored: { __proto__: null, get() { return this[kErrored]; } },
  closed: { __proto__: null, get() { return this._closed; } },
  writableFinished: {
    __proto__: null,
    get() {
      return this.finished && this.outputSize === 0 && (!this.socket || this.socket.writableLength === 0);
    },
  },
  writableObjectMode: { __proto__: null, get() { return false; } },
  writableLength: {
    __proto__: null,
    get() { return this.outputSize + this[kChunkedLength] + (this.socket ? this.socket.writableLength : 0); },
  },
  writableHighWaterMark: {
    __proto__: null, get() { return this.socket ? this.socket.writableHighWaterMark : this[kHighWaterMark]; },
  },
  writableCorked: { __proto__: null, get() { return this[kCorked]; } },
  writableEnded: { __proto__: null, get() { return this.finished; } },
  writableNeedDrain: { __proto__: null, get() { return !this.destroyed && !this.finished && this[kNeedDrain]; } },
  headersSent: { __proto__: null, configurable: true, enumerable: true, get() { return Boolean(this._header); } },
  connection: {
    __proto__: null,
    get() { return this.socket; },
    set(value) { this.socket = value; },
  },
});

OutgoingMessage.prototype[kOnHead] = ignore;

// ---- Headers kept until they are sent ----

function requireUnsent(message, what) {
  if (message._header) throw new codes.ERR_HTTP_HEADERS_SENT(what);
}

OutgoingMessage.prototype.setHeader = function(name, value) {
  requireUnsent(this, 'set');
  validateHeaderName(name);
  validateHeaderValue(name, value);
  this[kOutHeaders] ??= { __proto__: null };
  this[kOutHeaders][StringPrototypeToLowerCase(name)] = [name, value];
  return this;
};

OutgoingMessage.prototype.setHeaders = function(headers) {
  requireUnsent(this, 'set');
  if (!headers || ArrayIsArray(headers) || typeof headers.keys !== 'function' || typeof headers.get !== 'function') {
    throw new codes.ERR_INVALID_ARG_TYPE('headers', ['Headers', 'Map'], headers);
  }
  const cookies = [];
  for (const { 0: name, 1: value } of headers) {
    if (name === 'set-cookie') ArrayIsArray(value) ? ArrayPrototypePush(cookies, ...value) : ArrayPrototypePush(cookies, value);
    else this.setHeader(name, value);
  }
  if (cookies.length > 0) this.setHeader('set-cookie', cookies);
  return this;
};

OutgoingMessage.prototype.appendHeader = function(name, value) {
  requireUnsent(this, 'append');
  validateHeaderName(name);
  validateHeaderValue(name, value);
  const field = StringPrototypeToLowerCase(name);
  const known = this[kOutHeaders]?.[field];
  if (known === undefined) {
    this[kOutHeaders] ??= { __proto__: null };
    this[kOutHeaders][field] = [name, value];
    return this;
  }
  if (!ArrayIsArray(known[1])) known[1] = [known[1]];
  if (ArrayIsArray(value)) ArrayPrototypePush(known[1], ...value);
  else ArrayPrototypePush(known[1], value);
  return this;
};

OutgoingMessage.prototype.getHeader = function(name) {
  validateString(name, 'name');
  return this[kOutHeaders]?.[StringPrototypeToLowerCase(name)]?.[1];
};

OutgoingMessage.prototype.getHeaderNames = function() {
  return this[kOutHeaders] !== null ? ObjectKeys(this[kOutHeaders]) : [];
};

OutgoingMessage.prototype.getRawHeaderNames = function() {
  const headers = this[kOutHeaders];
  const names = [];
  for (const name in headers) ArrayPrototypePush(names, headers[name][0]);
  return names;
};

OutgoingMessage.prototype.getHeaders = function() {
  const headers = this[kOutHeaders];
  const values = { __proto__: null };
  for (const name in headers) values[name] = headers[name][1];
  return values;
};

OutgoingMessage.prototype.hasHeader = function(name) {
  validateString(name, 'name');
  return this[kOutHeaders] !== null && this[kOutHeaders][StringPrototypeToLowerCase(name)] !== undefined;
};

OutgoingMessage.prototype.removeHeader = function(name) {
  validateString(name, 'name');
  requireUnsent(this, 'remove');
  const field = StringPrototypeToLowerCase(name);
  if (field === 'connection') this._removedConnection = true;
  else if (field === 'content-length') this._removedContLen = true;
  else if (field === 'transfer-encoding') this._removedTE = true;
  else if (field === 'date') this.sendDate = false;
  if (this[kOutHeaders] !== null) delete this[kOutHeaders][field];
};

ObjectDefineProperties(OutgoingMessage.prototype, {
  _headers: { __proto__: null, get() { return this.getHeaders(); } },
  _headerNames: {
    __proto__: null,
    get() {
      const headers = this[kOutHeaders];
      if (headers === null) return null;
      const names = { __proto__: null };
      for (const name in headers) names[name] = headers[name][0];
      return names;
    },
  },
});

// ---- The head ----

const kClose = /(?:^|\W)close(?:$|\W)/i;
const kChunked = /(?:^|\W)chunked(?:$|\W)/i;

// The head of a message as it grows, and what its headers say of what follows.
class Head {
  text;
  connection = false;
  contentLength = false;
  transferEncoding = false;
  date = false;
  expect = false;
  trailer = false;

  constructor(firstLine) {
    this.text = firstLine;
  }

  // One header; `validates` what was not when it was set.
  add(message, name, value, validates) {
    if (validates) validateHeaderName(name);
    if (!ArrayIsArray(value)) return this.line(message, name, value, validates);
    const field = StringPrototypeToLowerCase(name);
    if ((value.length < 2 || !isCookie(field)) && (!message[kUniqueHeaders] || !message[kUniqueHeaders].has(field))) {
      for (let i = 0; i < value.length; i++) this.line(message, name, value[i], validates);
      return;
    }
    let text = '';
    for (let i = 0; i < value.length; i++) text += i === 0 ? value[i] : `; ${value[i]}`;
    this.line(message, name, text, validates);
  }

  line(message, name, value, validates) {
    if (validates) validateHeaderValue(name, value);
    this.text += `${name}: ${value}\r\n`;
    this.note(message, StringPrototypeToLowerCase(name), `${value}`);
  }

  note(message, field, value) {
    switch (field) {
      case 'connection':
        this.connection = true;
        message._removedConnection = false;
        if (RegExpPrototypeExec(kClose, value) !== null) message._last = true;
        else message.shouldKeepAlive = true;
        break;
      case 'transfer-encoding':
        this.transferEncoding = true;
        message._removedTE = false;
        if (RegExpPrototypeExec(kChunked, value) !== null) message.chunkedEncoding = true;
        break;
      case 'content-length':
        this.contentLength = true;
        message._contentLength = +value;
        message._removedContLen = false;
        break;
      case 'date': this.date = true; break;
      case 'expect': this.expect = true; break;
      case 'trailer': this.trailer = true; break;
      case 'keep-alive': message._defaultKeepAlive = false; break;
    }
  }
}

function isCookie(field) {
  return field === 'cookie';
}

function addHeaders(message, head, headers) {
  if (!headers) return;
  if (headers === message[kOutHeaders]) {
    for (const field in headers) head.add(message, headers[field][0], headers[field][1], false);
  } else if (!ArrayIsArray(headers)) {
    for (const name of ObjectKeys(headers)) head.add(message, name, headers[name], true);
  } else if (headers.length > 0 && ArrayIsArray(headers[0])) {
    for (let i = 0; i < headers.length; i++) head.add(message, headers[i][0], headers[i][1], true);
  } else {
    if (headers.length % 2 !== 0) throw new codes.ERR_INVALID_ARG_VALUE('headers', headers);
    for (let i = 0; i < headers.length; i += 2) head.add(message, headers[i], headers[i + 1], true);
  }
}

function addConnection(message, head) {
  const keepsAlive = message.shouldKeepAlive &&
    (head.contentLength || message.useChunkedEncodingByDefault || message.agent);
  if (message._removedConnection) {
    message._last = !message.shouldKeepAlive;
    message.shouldKeepAlive = false;
  } else if (message.maxRequestsOnConnectionReached) {
    head.text += 'Connection: close\r\n';
  } else if (!keepsAlive) {
    message._last = true;
    head.text += 'Connection: close\r\n';
  } else {
    head.text += 'Connection: keep-alive\r\n';
    if (message._keepAliveTimeout && message._defaultKeepAlive) {
      const max = ~~message._maxRequestsPerSocket > 0 ? `, max=${message._maxRequestsPerSocket}` : '';
      head.text += `Keep-Alive: timeout=${MathFloor(message._keepAliveTimeout / 1000)}${max}\r\n`;
    }
  }
}

// How the end of the body is known.
function addFraming(message, head) {
  if (!message._hasBody) {
    message.chunkedEncoding = false;
  } else if (!message.useChunkedEncodingByDefault) {
    message._last = true;
  } else if (!head.trailer && !message._removedContLen && typeof message._contentLength === 'number') {
    head.text += `Content-Length: ${message._contentLength}\r\n`;
  } else if (!message._removedTE) {
    head.text += 'Transfer-Encoding: chunked\r\n';
    message.chunkedEncoding = true;
  }
}

OutgoingMessage.prototype._storeHeader = function(firstLine, headers) {
  const head = new Head(firstLine);
  addHeaders(this, head, headers);
  if (this.sendDate && !head.date) head.text += `Date: ${utcDate()}\r\n`;
  // These have no body, whatever their headers say.
  if (this.chunkedEncoding && (this.statusCode === 204 || this.statusCode === 304)) {
    this.chunkedEncoding = false;
    this.shouldKeepAlive = false;
  }
  if (!head.connection) addConnection(this, head);
  if (!head.contentLength && !head.transferEncoding) addFraming(this, head);
  if (!this.chunkedEncoding && head.trailer) throw new codes.ERR_HTTP_TRAILER_INVALID();
  this._header = `${head.text}\r\n`;
  this._headerSent = false;
  // Who expects an answer first sends the head at once.
  if (head.expect) this._send('');
};

OutgoingMessage.prototype._implicitHeader = function() {
  throw new codes.ERR_METHOD_NOT_IMPLEMENTED('_implicitHeader()');
};

OutgoingMessage.prototype.flushHeaders = function() {
  if (!this._header) this._implicitHeader();
  this._send('');
};

OutgoingMessage.prototype.addTrailers = function(headers) {
  this._trailer = '';
  const isArray = ArrayIsArray(headers);
  for (const key of ObjectKeys(headers)) {
    const name = isArray ? headers[key][0] : key;
    const value = isArray ? headers[key][1] : headers[key];
    validateHeaderName(name, 'Trailer name');
    const values = ArrayIsArray(value) ? value : [value];
    for (let i = 0; i < values.length; i++) {
      if (hasInvalidChar(values[i])) throw new codes.ERR_INVALID_CHAR('trailer content', name);
      this._trailer += `${name}: ${values[i]}\r\n`;
    }
  }
};

// ---- The body ----

const kCrlf = Buffer.from('\r\n');

// With the head, if that has not gone yet.
OutgoingMessage.prototype._send = function(data, encoding, callback) {
  if (!this._headerSent && this._header !== null) {
    if (typeof data === 'string' && (encoding === 'utf8' || encoding === 'latin1' || !encoding)) {
      data = this._header + data;
    } else {
      ArrayPrototypeUnshift(this.outputData, { data: this._header, encoding: 'latin1', callback: null });
      this.outputSize += this._header.length;
      this._onPendingData(this._header.length);
    }
    this._headerSent = true;
    this[kOnHead]();
  }
  return this._writeRaw(data, encoding, callback);
};

OutgoingMessage.prototype._writeRaw = function(data, encoding, callback) {
  const { socket } = this;
  if (socket?.destroyed) return false;
  if (typeof encoding === 'function') {
    callback = encoding;
    encoding = null;
  }
  if (socket && socket._httpMessage === this && socket.writable) {
    if (this.outputData.length > 0) this._flushOutput(socket);
    return socket.write(data, encoding, callback);
  }
  ArrayPrototypePush(this.outputData, { data, encoding, callback });
  this.outputSize += data.length;
  this._onPendingData(data.length);
  return this.outputSize < this[kHighWaterMark];
};

function tellError(message, error, callback) {
  callback(error);
  if (!message.destroyed) message.emit('error', error);
}

function failWrite(message, error, callback) {
  if (message.destroyed) process.nextTick(callback, error);
  else process.nextTick(tellError, message, error, callback);
}

function uncork(socket) {
  socket.uncork();
}

function sizeOf(chunk, encoding) {
  return typeof chunk === 'string' ? Buffer.byteLength(chunk, encoding) : chunk.byteLength;
}

function countBytes(message, size, atEnd) {
  if (typeof message._contentLength !== 'number' || message._removedContLen) return;
  const total = message[kBytesWritten] + size;
  if (atEnd ? total !== message._contentLength : total > message._contentLength) {
    throw new codes.ERR_HTTP_CONTENT_LENGTH_MISMATCH(total, message._contentLength);
  }
  message[kBytesWritten] = total;
}

function writeTo(message, chunk, encoding, callback, atEnd) {
  if (typeof callback !== 'function') callback = ignore;
  if (chunk === null) throw new codes.ERR_STREAM_NULL_VALUES();
  if (typeof chunk !== 'string' && !isUint8Array(chunk)) {
    throw new codes.ERR_INVALID_ARG_TYPE('chunk', ['string', 'Buffer', 'Uint8Array'], chunk);
  }
  if (message.finished || message.destroyed) {
    failWrite(message, message.finished ? new codes.ERR_STREAM_WRITE_AFTER_END() :
      new codes.ERR_STREAM_DESTROYED('write'), callback);
    return false;
  }
  const size = sizeOf(chunk, encoding);
  if (message.strictContentLength) countBytes(message, size, atEnd);
  if (!message._header) {
    if (atEnd) message._contentLength = size;
    message._implicitHeader();
  }
  if (!message._hasBody) {
    if (message[kRejectBody]) throw new codes.ERR_HTTP_BODY_NOT_ALLOWED();
    process.nextTick(callback);
    return true;
  }
  // What is written in one go leaves in one go.
  if (!atEnd && message.socket && !message.socket.writableCorked) {
    message.socket.cork();
    process.nextTick(uncork, message.socket);
  }
  const more = message.chunkedEncoding && chunk.length !== 0 ? sendChunk(message, chunk, encoding, callback, size) :
    message._send(chunk, encoding, callback);
  if (!more) message[kNeedDrain] = true;
  return more;
}

function sendChunk(message, chunk, encoding, callback, size) {
  if (message[kCorked] && message._headerSent) {
    ArrayPrototypePush(message[kChunkedBuffer], chunk, encoding, callback);
    message[kChunkedLength] += size;
    return message[kChunkedLength] < message[kHighWaterMark];
  }
  message._send(NumberPrototypeToString(size, 16), 'latin1', null);
  message._send(kCrlf, null, null);
  message._send(chunk, encoding, null);
  return message._send(kCrlf, null, callback);
}

OutgoingMessage.prototype.write = function(chunk, encoding, callback) {
  if (typeof encoding === 'function') {
    callback = encoding;
    encoding = null;
  }
  return writeTo(this, chunk, encoding, callback, false);
};

OutgoingMessage.prototype.cork = function() {
  this[kCorked]++;
  this.socket?.cork();
};

OutgoingMessage.prototype.uncork = function() {
  this[kCorked]--;
  this.socket?.uncork();
  const buffered = this[kChunkedBuffer];
  if (this[kCorked] || buffered.length === 0) return;
  this._send(NumberPrototypeToString(this[kChunkedLength], 16), 'latin1', null);
  this._send(kCrlf, null, null);
  const callbacks = [];
  for (let i = 0; i < buffered.length; i += 3) {
    this._send(buffered[i], buffered[i + 1], null);
    if (buffered[i + 2]) ArrayPrototypePush(callbacks, buffered[i + 2]);
  }
  this._send(kCrlf, null, callbacks.length === 0 ? null : (error) => {
    for (let i = 0; i < callbacks.length; i++) callbacks[i](error);
  });
  buffered.length = 0;
  this[kChunkedLength] = 0;
};

// ---- The end ----

function emitFinish(message) {
  if (message.socket?._hadError) return;
  message.emit('finish');
}

function endAgain(message, callback) {
  if (typeof callback !== 'function') return message;
  if (message.writableFinished) callback(new codes.ERR_STREAM_ALREADY_FINISHED('end'));
  else message.on('finish', callback);
  return message;
}

OutgoingMessage.prototype.end = function(chunk, encoding, callback) {
  if (typeof chunk === 'function') {
    callback = chunk;
    chunk = encoding = null;
  } else if (typeof encoding === 'function') {
    callback = encoding;
    encoding = null;
  }
  if (chunk) {
    if (this.finished) {
      failWrite(this, new codes.ERR_STREAM_WRITE_AFTER_END(), typeof callback === 'function' ? callback : ignore);
      return this;
    }
    this.socket?.cork();
    writeTo(this, chunk, encoding, null, true);
  } else if (this.finished) {
    return endAgain(this, callback);
  } else if (!this._header) {
    this.socket?.cork();
    this._contentLength = 0;
    this._implicitHeader();
  }
  if (typeof callback === 'function') this.once('finish', callback);
  if (this.strictContentLength && !chunk) countBytes(this, 0, true);
  const finish = () => emitFinish(this);
  if (this._hasBody && this.chunkedEncoding) this._send(`0\r\n${this._trailer}\r\n`, 'latin1', finish);
  else if (!this._headerSent || this.writableLength || chunk) this._send('', 'latin1', finish);
  else process.nextTick(finish);
  while (this.socket?.writableCorked) this.socket.uncork();
  this[kCorked] = 0;
  this.finished = true;
  if (this.outputData.length === 0 && this.socket && this.socket._httpMessage === this) this._finish();
  return this;
};

OutgoingMessage.prototype._finish = function() {
  this.emit('prefinish');
};

// Writes to the connection what came before it did.
OutgoingMessage.prototype._flush = function() {
  const { socket } = this;
  if (!socket?.writable) return;
  const more = this._flushOutput(socket);
  if (this.finished) {
    this._finish();
  } else if (more && this[kNeedDrain]) {
    this[kNeedDrain] = false;
    this.emit('drain');
  }
};

OutgoingMessage.prototype._flushOutput = function(socket) {
  while (this[kCorked]) {
    this[kCorked]--;
    socket.cork();
  }
  const output = this.outputData;
  if (output.length === 0) return undefined;
  let more;
  socket.cork();
  for (let i = 0; i < output.length; i++) more = socket.write(output[i].data, output[i].encoding, output[i].callback);
  socket.uncork();
  this.outputData = [];
  this._onPendingData(-this.outputSize);
  this.outputSize = 0;
  return more;
};

OutgoingMessage.prototype.setTimeout = function(delay, callback) {
  if (callback) this.on('timeout', callback);
  if (this.socket) this.socket.setTimeout(delay);
  else this.once('socket', (socket) => socket.setTimeout(delay));
  return this;
};

OutgoingMessage.prototype.destroy = function(error) {
  if (this.destroyed) return this;
  this.destroyed = true;
  this[kErrored] = error;
  if (this.socket) this.socket.destroy(error);
  else this.once('socket', (socket) => socket.destroy(error));
  return this;
};

OutgoingMessage.prototype.pipe = function() {
  this.emit('error', new codes.ERR_STREAM_CANNOT_PIPE());
};

OutgoingMessage.prototype[EventEmitter.captureRejectionSymbol] = function(error) {
  this.destroy(error);
};

module.exports = { OutgoingMessage, kNeedDrain, kOnHead, kOutHeaders, kUniqueHeaders };
