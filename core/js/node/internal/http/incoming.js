'use strict';

// http.IncomingMessage. Source: Node.js documentation "Class: http.IncomingMessage".

const {
  FunctionPrototypeCall,
  ObjectDefineProperties,
  ObjectSetPrototypeOf,
  StringPrototypeToLowerCase,
  Symbol,
} = primordials;
const { Readable, finished } = require('stream');

const kHeaders = Symbol('kHeaders');
const kHeadersDistinct = Symbol('kHeadersDistinct');
const kTrailers = Symbol('kTrailers');
const kTrailersDistinct = Symbol('kTrailersDistinct');

function IncomingMessage(socket) {
  FunctionPrototypeCall(Readable, this, socket ? { highWaterMark: socket.readableHighWaterMark } : undefined);
  this._readableState.readingMore = true;
  this.socket = socket;
  this.httpVersionMajor = null;
  this.httpVersionMinor = null;
  this.httpVersion = null;
  this.complete = false;
  this[kHeaders] = null;
  this[kHeadersDistinct] = null;
  this.rawHeaders = [];
  this[kTrailers] = null;
  this[kTrailersDistinct] = null;
  this.rawTrailers = [];
  this.joinDuplicateHeaders = false;
  this.aborted = false;
  this.upgrade = null;
  this.url = '';
  this.method = null;
  this.statusCode = null;
  this.statusMessage = null;
  this.client = socket;
  this._consuming = false;
  // Nobody is interested in what still comes.
  this._dumped = false;
}
ObjectSetPrototypeOf(IncomingMessage.prototype, Readable.prototype);
ObjectSetPrototypeOf(IncomingMessage, Readable);

// ---- Headers ----

// Of these only the first counts.
const kFirstCounts = { __proto__: null };
for (const name of ['age', 'authorization', 'content-length', 'content-type', 'etag', 'expires', 'from', 'host',
                    'if-modified-since', 'if-unmodified-since', 'last-modified', 'location', 'max-forwards',
                    'proxy-authorization', 'referer', 'retry-after', 'server', 'user-agent']) {
  kFirstCounts[name] = true;
}

function addHeader(headers, name, value, joins) {
  const known = headers[name];
  if (name === 'set-cookie') {
    if (known === undefined) headers[name] = [value];
    else known[known.length] = value;
  } else if (known === undefined) {
    headers[name] = value;
  } else if (name === 'cookie') {
    headers[name] = `${known}; ${value}`;
  } else if (joins || !kFirstCounts[name]) {
    headers[name] = `${known}, ${value}`;
  }
}

function joined(raw, joins) {
  const headers = {};
  for (let i = 0; i < raw.length; i += 2) addHeader(headers, StringPrototypeToLowerCase(raw[i]), raw[i + 1], joins);
  return headers;
}

function distinct(raw) {
  const headers = { __proto__: null };
  for (let i = 0; i < raw.length; i += 2) {
    const name = StringPrototypeToLowerCase(raw[i]);
    const values = headers[name];
    if (values === undefined) headers[name] = [raw[i + 1]];
    else values[values.length] = raw[i + 1];
  }
  return headers;
}

function madeOf(key, raw, make) {
  return {
    __proto__: null,
    get() { return this[key] ??= make(this[raw], this.joinDuplicateHeaders); },
    set(value) { this[key] = value; },
  };
}

ObjectDefineProperties(IncomingMessage.prototype, {
  connection: {
    __proto__: null,
    get() { return this.socket; },
    set(value) { this.socket = value; },
  },
  headers: madeOf(kHeaders, 'rawHeaders', joined),
  headersDistinct: madeOf(kHeadersDistinct, 'rawHeaders', distinct),
  trailers: madeOf(kTrailers, 'rawTrailers', joined),
  trailersDistinct: madeOf(kTrailersDistinct, 'rawTrailers', distinct),
});

IncomingMessage.prototype._addHeaderLine = function(field, value, dest) {
  addHeader(dest, StringPrototypeToLowerCase(field), value, this.joinDuplicateHeaders);
};

// ---- The body ----

IncomingMessage.prototype.setTimeout = function(delay, callback) {
  if (callback) this.on('timeout', callback);
  this.socket.setTimeout(delay);
  return this;
};

IncomingMessage.prototype._read = function(size) {
  if (!this._consuming) {
    this._readableState.readingMore = false;
    this._consuming = true;
  }
  // What belongs to no connection has no more to come.
  if (this.socket?.readable) readStart(this.socket);
};

IncomingMessage.prototype._destroy = function(error, callback) {
  if (!this.readableEnded || !this.complete) {
    this.aborted = true;
    this.emit('aborted');
  }
  if (!this.socket || this.socket.destroyed || !this.aborted) {
    process.nextTick(tell, this, error, callback);
    return;
  }
  this.socket.destroy(error);
  const cleanup = finished(this.socket, (failure) => {
    if (failure?.code === 'ERR_STREAM_PREMATURE_CLOSE') failure = null;
    cleanup();
    process.nextTick(tell, this, failure || error, callback);
  });
};

// An error that nobody listens to is none.
function tell(message, error, callback) {
  if (message.listenerCount('error') === 0) callback();
  else callback(error);
}

IncomingMessage.prototype._dump = function() {
  if (this._dumped) return;
  this._dumped = true;
  this.removeAllListeners('data');
  this.resume();
};

function readStart(socket) {
  if (socket && !socket._paused && socket.readable) socket.resume();
}

function readStop(socket) {
  socket?.pause();
}

module.exports = { IncomingMessage, readStart, readStop };
