'use strict';

// net.Socket. Source: Node.js documentation "Class: net.Socket". How bytes travel is core/os/network; the
// stream is core/stream; this connects both.

const {
  Boolean,
  Error,
  FunctionPrototypeBind,
  FunctionPrototypeCall,
  ObjectDefineProperty,
  ObjectSetPrototypeOf,
  Symbol,
  SymbolAsyncDispose,
} = primordials;
const { Buffer } = require('buffer');
const { codes } = require('internal/errors');
const { Pipe, TCP, kCanceled, kEndOfFile, kNotConnected, kOwner } = require('internal/net/handle');
const { normalized } = require('internal/net/arguments');
const { addAbortSignal } = require('internal/streams/add_abort_signal');
const { kCore } = require('internal/streams/states');
const {
  validateFunction, validateNumber, validateString,
} = require('internal/validators');
const { Duplex } = require('stream');

const streamBinding = internalBinding('stream');

const kTimeout = Symbol('timeout');
const kBytesRead = Symbol('kBytesRead');
const kBytesWritten = Symbol('kBytesWritten');
const kLastQueue = Symbol('lastWriteQueueSize');
const kSetNoDelay = Symbol('kSetNoDelay');
const kSetKeepAlive = Symbol('kSetKeepAlive');
const kReadBuffer = Symbol('kBuffer');

const kLongestTimeout = 2 ** 31 - 1;

function Socket(options) {
  if (!(this instanceof Socket)) return new Socket(options);
  if (options?.objectMode) throw new codes.ERR_INVALID_ARG_VALUE('options.objectMode', options.objectMode, 'is not supported');
  if (options?.readableObjectMode || options?.writableObjectMode) {
    const name = `options.${options.readableObjectMode ? 'readableObjectMode' : 'writableObjectMode'}`;
    throw new codes.ERR_INVALID_ARG_VALUE(name, true, 'is not supported');
  }
  if (typeof options === 'number') options = { fd: options };
  options = { ...options };
  if (options.fd !== undefined) throw new codes.ERR_FEATURE_UNAVAILABLE_ON_PLATFORM('Sockets of a file descriptor');
  this.connecting = false;
  this._hadError = false;
  this._handle = null;
  this._parent = null;
  this._host = null;
  this[kLastQueue] = 0;
  this[kTimeout] = null;
  options.allowHalfOpen = Boolean(options.allowHalfOpen);
  options.emitClose = false;
  options.autoDestroy = true;
  options.decodeStrings = false;
  const { signal } = options;
  options.signal = undefined;
  FunctionPrototypeCall(Duplex, this, options);
  hideInternals(this);
  if (options.handle) this._handle = options.handle;
  if (options.onread !== null && typeof options.onread === 'object' &&
      (isBytes(options.onread.buffer) || typeof options.onread.buffer === 'function') &&
      typeof options.onread.callback === 'function') {
    this[kReadBuffer] = options.onread;
  }
  this.on('end', onReadableStreamEnd);
  useHandle(this);
  this._sockname = null;
  this._pendingData = null;
  this._pendingEncoding = '';
  this.server = null;
  this._server = null;
  this[kSetNoDelay] = Boolean(options.noDelay);
  this[kSetKeepAlive] = Boolean(options.keepAlive);
  this[kBytesRead] = 0;
  this[kBytesWritten] = 0;
  if (signal) addAbortSignal(signal, this);
  if (this._handle) nameInTrace(this, true);
  if (this._handle && options.readable !== false && !options.manualStart) {
    if (options.pauseOnCreate) this.readableFlowing = false;
    else this.read(0);
  }
}
ObjectSetPrototypeOf(Socket.prototype, Duplex.prototype);
ObjectSetPrototypeOf(Socket, Duplex);

// Internal state that programs which show a socket need not see.
function hideInternals(socket) {
  for (const name of [kTimeout, kLastQueue]) {
    ObjectDefineProperty(socket, name, { __proto__: null, enumerable: false, writable: true, value: socket[name] });
  }
}

function isBytes(value) {
  return value instanceof Buffer || Duplex._isUint8Array(value);
}

function useHandle(socket) {
  const handle = socket._handle;
  if (!handle) return;
  handle[kOwner] = socket;
  handle.ondata = onData;
}

function onReadableStreamEnd() {
  if (!this.allowHalfOpen) this.write = writeAfterFIN;
}

function writeAfterFIN(chunk, encoding, callback) {
  if (!this.writableEnded) return FunctionPrototypeCall(Duplex.prototype.write, this, chunk, encoding, callback);
  if (typeof encoding === 'function') callback = encoding;
  const error = new Error('This socket has been ended by the other party');
  error.code = 'EPIPE';
  if (typeof callback === 'function') process.nextTick(callback, error);
  this.destroy(error);
  return false;
}

function errnoException(...args) {
  const { ErrnoException } = require('internal/system_errors');
  return new ErrnoException(...args);
}

// A trace calls a socket by both of its ends.
function nameInTrace(socket, isAccepted) {
  const local = socket._handle.nameOf(false);
  const remote = socket._handle.nameOf(true);
  if (local === undefined || remote === undefined) return;
  const own = endOf(local);
  const other = remote.port === undefined ? endOf(remote) : `:${remote.port}`;
  const name = isAccepted ? `socket ${own} \u2190 ${other}` :
    `socket ${local.port === undefined ? own : `:${local.port}`} \u2192 ${endOf(remote)}`;
  streamBinding.named(socket[kCore], name);
}

function endOf({ address, family, port }) {
  if (port === undefined) return address;
  return family === 'IPv6' ? `[${address}]:${port}` : `${address}:${port}`;
}

// ---- Reading ----

// Of a handle: `status` bytes, the end, or why there is neither.
function onData(status, bytes) {
  const socket = this[kOwner];
  if (!socket) return;
  socket._unrefTimer();
  if (bytes !== undefined) {
    if (socket.destroyed) return;
    if (!takeBytes(socket, bytes) && this.reading) this.readStop();
    return;
  }
  this.reading = false;
  if (status !== kEndOfFile) {
    socket.destroy(errnoException(status, 'read'));
    return;
  }
  if (socket._readableState.endEmitted) {
    destroyIfDone(socket);
    return;
  }
  socket.on('end', function() { destroyIfDone(this); });
  socket.push(null);
  socket.read(0);
}

function takeBytes(socket, bytes) {
  const onread = socket[kReadBuffer];
  if (onread === undefined) return socket.push(bytes);
  let more = true;
  while (bytes.length > 0 && more !== false) {
    const target = typeof onread.buffer === 'function' ? onread.buffer() : onread.buffer;
    const piece = bytes.subarray(0, target.length);
    target.set(piece);
    more = onread.callback(piece.length, target);
    bytes = bytes.subarray(piece.length);
  }
  return more !== false;
}

// The end of what comes, after all that goes: libuv would tell no more.
function destroyIfDone(socket) {
  if (!socket.readable && !socket.writable && !socket.destroyed && socket.writableFinished) socket.destroy();
}

Socket.prototype._read = function(size) {
  if (this.connecting || !this._handle) {
    this.once('connect', () => this._read(size));
  } else if (!this._handle.reading) {
    const status = this._handle.readStart();
    if (status) this.destroy(errnoException(status, 'read'));
  }
};

Socket.prototype.pause = function() {
  if (this[kReadBuffer] && !this.connecting && this._handle?.reading) this._handle.readStop();
  return FunctionPrototypeCall(Duplex.prototype.pause, this);
};

function startOwnBuffer(socket) {
  if (socket[kReadBuffer] && !socket.connecting && socket._handle && !socket._handle.reading) socket._handle.readStart();
}

Socket.prototype.resume = function() {
  startOwnBuffer(this);
  return FunctionPrototypeCall(Duplex.prototype.resume, this);
};

Socket.prototype.read = function(size) {
  startOwnBuffer(this);
  return FunctionPrototypeCall(Duplex.prototype.read, this, size);
};

// ---- Writing ----

const kLatin1 = { '__proto__': null, 'latin1': true, 'binary': true, 'ascii': true };
const kUtf8 = { '__proto__': null, 'utf8': true, 'utf-8': true };

// What the handle writes: bytes, or text whose bytes it knows to make.
function writable(chunk, encoding) {
  if (typeof chunk !== 'string' || kUtf8[encoding] || kLatin1[encoding]) return chunk;
  return Buffer.from(chunk, encoding);
}

function joined(chunks) {
  const parts = [];
  for (let i = 0; i < chunks.length; i++) {
    const { chunk, encoding } = chunks[i];
    parts[i] = typeof chunk === 'string' ? Buffer.from(chunk, encoding) : chunk;
  }
  return Buffer.concat(parts);
}

function failClosed() {
  return new codes.ERR_SOCKET_CLOSED_BEFORE_CONNECTION();
}

function writeWhenConnected(socket, chunk, encoding, callback) {
  const onclose = () => callback(failClosed());
  socket._pendingData = chunk;
  socket._pendingEncoding = encoding;
  socket.once('connect', function connect() {
    this.removeListener('close', onclose);
    writeNow(this, chunk, encoding, callback);
  });
  socket.once('close', onclose);
}

function writeNow(socket, chunk, encoding, callback) {
  if (socket.connecting) return writeWhenConnected(socket, chunk, encoding, callback);
  socket._pendingData = null;
  socket._pendingEncoding = '';
  const handle = socket._handle;
  if (!handle) return callback(new codes.ERR_SOCKET_CLOSED());
  socket._unrefTimer();
  const status = handle.write(writable(chunk, encoding), kLatin1[encoding] === true, (later) => {
    onWritten(socket, later, callback);
  });
  if (status < 0) return callback(errnoException(status, 'write'));
  if (status === 0) return callback();
  socket[kLastQueue] = handle.writeQueueSize;
}

function onWritten(socket, status, callback) {
  if (socket.destroyed || status === kCanceled) return callback(null);
  if (status < 0) return callback(errnoException(status, 'write'));
  socket._unrefTimer();
  socket[kLastQueue] = 0;
  callback(null);
}

Socket.prototype._write = function(chunk, encoding, callback) {
  writeNow(this, chunk, encoding, callback);
};

Socket.prototype._writev = function(chunks, callback) {
  if (this.connecting) {
    writeWhenConnected(this, joined(chunks), 'buffer', callback);
    this._pendingData = chunks;
    return;
  }
  writeNow(this, joined(chunks), 'buffer', callback);
};

Socket.prototype._final = function(callback) {
  if (this.connecting) {
    this.once('connect', () => this._final(callback));
    return;
  }
  if (!this._handle) return callback();
  const status = this._handle.shutdown(() => callback());
  if (status === kNotConnected) return callback();
  if (status !== 0) callback(errnoException(status, 'shutdown'));
};

Socket.prototype.end = function(data, encoding, callback) {
  FunctionPrototypeCall(Duplex.prototype.end, this, data, encoding, callback);
  return this;
};

// ---- Connecting ----

Socket.prototype.connect = function(...args) {
  const { 0: options, 1: callback } = normalized(args);
  if (options.port === undefined && (options.path === undefined || options.path === null)) {
    throw new codes.ERR_MISSING_ARGS(['options', 'port', 'path']);
  }
  if (this.write !== Socket.prototype.write) this.write = Socket.prototype.write;
  if (this.destroyed) {
    this._undestroy();
    this._handle = null;
    this._peername = undefined;
    this._sockname = null;
  }
  if (!this._handle) {
    this._handle = options.path ? new Pipe() : new TCP();
    useHandle(this);
  }
  if (callback !== null) this.once('connect', callback);
  this._unrefTimer();
  this.connecting = true;
  const { connectPath, connectPort } = require('internal/net/connect');
  if (options.path) {
    validateString(options.path, 'options.path');
    connectPath(this, options.path);
  } else {
    connectPort(this, options);
  }
  return this;
};

// ---- Ending ----

Socket.prototype._destroy = function(error, callback) {
  this.connecting = false;
  for (let socket = this; socket !== null; socket = socket._parent) stopTimer(socket);
  const handle = this._handle;
  if (handle) {
    const hadError = Boolean(error);
    this[kBytesRead] = handle.bytesRead;
    this[kBytesWritten] = handle.bytesWritten;
    handle.close(() => this.emit('close', hadError), this.resetAndClosing === true);
    handle.ondata = () => {};
    this._handle = null;
    this._sockname = null;
    callback(error);
  } else {
    callback(error);
    process.nextTick(emitClose, this);
  }
  if (this._server) {
    this._server._connections--;
    this._server._emitCloseIfDrained();
  }
};

function emitClose(socket) {
  socket.emit('close');
}

Socket.prototype.destroySoon = function() {
  if (this.writable) this.end();
  if (this.writableFinished) this.destroy();
  else this.once('finish', this.destroy);
};

Socket.prototype._reset = function() {
  this.resetAndClosing = true;
  return this.destroy();
};

Socket.prototype.resetAndDestroy = function() {
  if (!this._handle) {
    this.destroy(new codes.ERR_SOCKET_CLOSED());
  } else if (!(this._handle instanceof TCP)) {
    throw new codes.ERR_INVALID_HANDLE_TYPE();
  } else if (this.connecting) {
    this.once('connect', () => this._reset());
  } else {
    this._reset();
  }
  return this;
};

// ---- Time-outs ----

function checkedDuration(delay) {
  validateNumber(delay, 'msecs');
  if (delay < 0 || !(delay <= Infinity)) throw new codes.ERR_OUT_OF_RANGE('msecs', 'a non-negative finite number', delay);
  if (delay <= kLongestTimeout) return delay;
  if (delay === Infinity) throw new codes.ERR_OUT_OF_RANGE('msecs', 'a non-negative finite number', delay);
  process.emitWarning(`${delay} does not fit into a 32-bit signed integer.\n` +
    `Timer duration was truncated to ${kLongestTimeout}.`, 'TimeoutOverflowWarning');
  return kLongestTimeout;
}

function stopTimer(socket) {
  if (socket[kTimeout]) require('timers').clearTimeout(socket[kTimeout]);
  socket[kTimeout] = null;
}

Socket.prototype.setTimeout = function(delay, callback) {
  if (this.destroyed) return this;
  this.timeout = delay;
  const duration = checkedDuration(delay);
  stopTimer(this);
  if (callback !== undefined) validateFunction(callback, 'callback');
  if (duration === 0) {
    if (callback !== undefined) this.removeListener('timeout', callback);
  } else {
    this[kTimeout] = require('timers').setTimeout(FunctionPrototypeBind(this._onTimeout, this), duration).unref();
    if (callback !== undefined) this.once('timeout', callback);
  }
  return this;
};

// A write that goes on is a sign of life.
Socket.prototype._onTimeout = function() {
  const handle = this._handle;
  if (handle && this[kLastQueue] > 0 && handle.writeQueueSize !== this[kLastQueue]) {
    this[kLastQueue] = handle.writeQueueSize;
    this._unrefTimer();
    return;
  }
  this.emit('timeout');
};

Socket.prototype._unrefTimer = function() {
  for (let socket = this; socket !== null; socket = socket._parent) {
    if (socket[kTimeout]) socket[kTimeout].refresh();
  }
};

// ---- What it is asked and told about itself ----

Socket.prototype.setNoDelay = function(enable) {
  this[kSetNoDelay] = Boolean(enable === undefined ? true : enable);
  return this;
};

Socket.prototype.setKeepAlive = function(enable, initialDelay) {
  this[kSetKeepAlive] = Boolean(enable);
  return this;
};

Socket.prototype.address = function() {
  return this._getsockname();
};

Socket.prototype._getsockname = function() {
  if (!this._handle || this.connecting) return {};
  this._sockname ||= nameOfIp(this._handle, false);
  return this._sockname;
};

Socket.prototype._getpeername = function() {
  if (!this._handle || this.connecting) return this._peername || {};
  this._peername ||= nameOfIp(this._handle, true);
  return this._peername;
};

function nameOfIp(handle, isRemote) {
  const name = handle.nameOf(isRemote);
  return name === undefined || name.port === undefined ? {} : name;
}

function whenHandle(method) {
  return function() {
    const handle = this._handle;
    if (!handle) {
      this.once('connect', this[method]);
      return this;
    }
    handle[method]();
    return this;
  };
}
Socket.prototype.ref = whenHandle('ref');
Socket.prototype.unref = whenHandle('unref');

function getter(name, get) {
  ObjectDefineProperty(Socket.prototype, name, { __proto__: null, configurable: false, enumerable: true, get });
}
getter('_connecting', function() { return this.connecting; });
getter('pending', function() { return !this._handle || this.connecting; });
getter('readyState', function() {
  if (this.connecting) return 'opening';
  if (this.readable && this.writable) return 'open';
  if (this.readable && !this.writable) return 'readOnly';
  if (!this.readable && this.writable) return 'writeOnly';
  return 'closed';
});
getter('bufferSize', function() { return this._handle ? this.writableLength : undefined; });
getter('bytesRead', function() { return this._handle ? this._handle.bytesRead : this[kBytesRead]; });
getter('_bytesDispatched', function() { return this._handle ? this._handle.bytesWritten : this[kBytesWritten]; });
getter('remoteAddress', function() { return this._getpeername().address; });
getter('remoteFamily', function() { return this._getpeername().family; });
getter('remotePort', function() { return this._getpeername().port; });
getter('localAddress', function() { return this._getsockname().address; });
getter('localPort', function() { return this._getsockname().port; });
getter('localFamily', function() { return this._getsockname().family; });

function sizeOf(chunk, encoding) {
  return typeof chunk === 'string' ? Buffer.byteLength(chunk, encoding) : chunk.length;
}

// All that was written, gone or not.
getter('bytesWritten', function() {
  let bytes = this._bytesDispatched;
  const buffered = this.writableBuffer;
  if (!buffered) return undefined;
  for (let i = 0; i < buffered.length; i++) bytes += sizeOf(buffered[i].chunk, buffered[i].encoding);
  const pending = this._pendingData;
  if (pending === null) return bytes;
  if (typeof pending === 'string' || isBytes(pending)) return bytes + sizeOf(pending, this._pendingEncoding);
  for (let i = 0; i < pending.length; i++) bytes += sizeOf(pending[i].chunk, pending[i].encoding);
  return bytes;
});

Socket.prototype[SymbolAsyncDispose] = Duplex.prototype[SymbolAsyncDispose];

module.exports = { Socket, errnoException, nameInTrace };
