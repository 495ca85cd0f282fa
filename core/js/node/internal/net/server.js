'use strict';

// net.Server. Source: Node.js documentation "Class: net.Server".

const {
  Boolean,
  FunctionPrototypeCall,
  ObjectDefineProperty,
  ObjectSetPrototypeOf,
  Promise,
  SymbolAsyncDispose,
} = primordials;
const EventEmitter = require('events');
const { codes } = require('internal/errors');
const { backlogOf, isPath, normalized } = require('internal/net/arguments');
const { Pipe, TCP, kOwner } = require('internal/net/handle');
const { ipVersion } = internalBinding('net');
const { hasChannel } = internalBinding('child_process');
const { Socket, errnoException } = require('internal/net/socket');
const { validateAbortSignal, validateNumber, validatePort } = require('internal/validators');

const kBacklog = 511;

function Server(options, connectionListener) {
  if (!(this instanceof Server)) return new Server(options, connectionListener);
  FunctionPrototypeCall(EventEmitter, this);
  if (typeof options === 'function') {
    connectionListener = options;
    options = {};
  } else if (options === undefined || options === null) {
    options = {};
  } else if (typeof options !== 'object') {
    throw new codes.ERR_INVALID_ARG_TYPE('options', 'Object', options);
  }
  if (typeof connectionListener === 'function') this.on('connection', connectionListener);
  if (options.keepAliveInitialDelay !== undefined) validateNumber(options.keepAliveInitialDelay, 'options.keepAliveInitialDelay');
  if (options.highWaterMark !== undefined) validateNumber(options.highWaterMark, 'options.highWaterMark');
  this._connections = 0;
  this._handle = null;
  this._usingWorkers = false;
  this._workers = [];
  this._unref = false;
  this._listeningId = 1;
  this.allowHalfOpen = options.allowHalfOpen || false;
  this.pauseOnConnect = Boolean(options.pauseOnConnect);
  this.noDelay = Boolean(options.noDelay);
  this.keepAlive = Boolean(options.keepAlive);
  this.keepAliveInitialDelay = ~~(options.keepAliveInitialDelay / 1000);
  this.highWaterMark = options.highWaterMark ?? require('stream').getDefaultHighWaterMark(false);
}
ObjectSetPrototypeOf(Server.prototype, EventEmitter.prototype);
ObjectSetPrototypeOf(Server, EventEmitter);

// ---- Listening ----

function asPortIfNone(options, args) {
  if (args.length === 0 || typeof args[0] === 'function' || options.port === null ||
      (options.port === undefined && 'port' in options)) {
    return { ...options, port: 0 };
  }
  return options;
}

function closeOnAbort(server, signal) {
  if (signal === undefined) return;
  validateAbortSignal(signal, 'options.signal');
  const onabort = () => server.close();
  if (signal.aborted) process.nextTick(onabort);
  else EventEmitter.addAbortListener(signal, onabort);
}

Server.prototype.listen = function(...args) {
  const normal = normalized(args);
  const callback = normal[1];
  if (this._handle) throw new codes.ERR_SERVER_ALREADY_LISTEN();
  if (callback !== null) this.once('listening', callback);
  let options = normal[0];
  const backlogFromArgs = backlogOf(args);
  options = options._handle || options.handle || options;
  if (options instanceof TCP || options instanceof Pipe) {
    listenWith(this, options, null, -1, backlogFromArgs);
    return this;
  }
  if (typeof options.fd === 'number' && options.fd >= 0) {
    throw new codes.ERR_FEATURE_UNAVAILABLE_ON_PLATFORM('Listening on a file descriptor');
  }
  closeOnAbort(this, options.signal);
  options = asPortIfNone(options, args);
  const backlog = options.backlog || backlogFromArgs;
  if (typeof options.port === 'number' || typeof options.port === 'string') {
    validatePort(options.port, 'options.port');
    if (options.host) lookupAndListen(this, options.port | 0, options.host, backlog, options.exclusive);
    else listenOnPort(this, null, options.port | 0, backlog, options.exclusive);
    return this;
  }
  if (options.path && isPath(options.path)) {
    this._pipeName = options.path;
    const { path } = options;
    if (!asksPrimary(this, { address: path, port: -1, addressType: -1, backlog }, options.exclusive))
      listenOn(this, new Pipe(), [path], path, -1, backlog);
    return this;
  }
  if (!('port' in options || 'path' in options)) {
    throw new codes.ERR_INVALID_ARG_VALUE('options', options, 'must have the property "port" or "path"');
  }
  throw new codes.ERR_INVALID_ARG_VALUE('options', options);
};

function lookupAndListen(server, port, host, backlog, exclusive) {
  const id = server._listeningId;
  require('dns').lookup(host, (error, address) => {
    // Closed meanwhile.
    if (id !== server._listeningId) return;
    if (error) server.emit('error', error);
    else listenOnPort(server, address, port, backlog, exclusive);
  });
}

function listenOnPort(server, address, port, backlog, exclusive) {
  const addressType = address === null ? 4 : ipVersion(address);
  if (asksPrimary(server, { address, port, addressType, backlog }, exclusive)) return;
  const host = address ?? '::';
  listenOn(server, new TCP(), [host, port], host, port, backlog);
}

// A worker of a cluster listens by its primary's sockets, unless it wants its own. Source: Node.js documentation
// "server.listen()", `exclusive`.
function asksPrimary(server, query, exclusive) {
  if (exclusive || !hasChannel) return false;
  const cluster = require('cluster');
  if (cluster.isPrimary) return false;
  const { address, port, backlog } = query;
  cluster._getServer(server, query, (errno, handle) => {
    if (!errno) return listenWith(server, handle, address, port, backlog);
    const { ExceptionWithHostPort } = require('internal/system_errors');
    server.emit('error', new ExceptionWithHostPort(errno, 'bind', address, port));
  });
  return true;
}

function emitError(server, error) {
  server.emit('error', error);
}

function emitListening(server) {
  if (server._handle) server.emit('listening');
}

function listenOn(server, handle, where, address, port, backlog) {
  const status = handle.bindTo(...where);
  if (status === 0) listenWith(server, handle, address, port, backlog);
  else failToListen(server, handle, status, address, port);
}

function failToListen(server, handle, status, address, port) {
  const { UVExceptionWithHostPort } = require('internal/system_errors');
  const error = new UVExceptionWithHostPort(status, 'listen', address, port);
  handle.close();
  process.nextTick(emitError, server, error);
}

function listenWith(server, handle, address, port, backlog) {
  const status = handle.listen(backlog || kBacklog);
  if (status !== 0) return failToListen(server, handle, status, address, port);
  server._handle = handle;
  handle[kOwner] = server;
  handle.onclient = onClient;
  server._connectionKey = `${address?.includes(':') ? 6 : 4}:${address}:${port}`;
  if (server._unref) server.unref();
  process.nextTick(emitListening, server);
}

// ---- Connections ----

// Of the listening handle: somebody has connected.
function onClient(status, client) {
  const server = this[kOwner];
  if (status !== 0) {
    server.emit('error', errnoException(status, 'accept'));
    return;
  }
  if (server.maxConnections !== undefined && server.maxConnections !== null &&
      server._connections >= server.maxConnections) {
    server.emit('drop', droppedNames(client));
    client.close();
    return;
  }
  const socket = new Socket({
    handle: client,
    allowHalfOpen: server.allowHalfOpen,
    pauseOnCreate: server.pauseOnConnect,
    readable: true,
    writable: true,
    readableHighWaterMark: server.highWaterMark,
    writableHighWaterMark: server.highWaterMark,
  });
  server._connections++;
  socket.server = server;
  socket._server = server;
  server.emit('connection', socket);
}

function droppedNames(client) {
  const local = client.nameOf(false);
  const remote = client.nameOf(true);
  if (local?.port === undefined || remote?.port === undefined) return undefined;
  return {
    localAddress: local.address, localPort: local.port, localFamily: local.family,
    remoteAddress: remote.address, remotePort: remote.port, remoteFamily: remote.family,
  };
}

Server.prototype.getConnections = function(callback) {
  process.nextTick(callback, null, this._connections);
  return this;
};

// ---- Closing ----

Server.prototype.close = function(callback) {
  if (typeof callback === 'function') {
    if (this._handle) this.once('close', callback);
    else this.once('close', function close() { callback(new codes.ERR_SERVER_NOT_RUNNING()); });
  }
  this._listeningId++;
  if (this._handle) {
    this._handle.close();
    this._handle = null;
  }
  this._emitCloseIfDrained();
  return this;
};

Server.prototype[SymbolAsyncDispose] = function() {
  if (!this._handle) return primordials.PromiseResolve();
  return new Promise((resolve, reject) => {
    this.close((error) => {
      if (error) reject(error);
      else resolve();
    });
  });
};

Server.prototype._emitCloseIfDrained = function() {
  if (this._handle || this._connections) return;
  process.nextTick(emitClose, this);
};

function emitClose(server) {
  server.emit('close');
}

Server.prototype.address = function() {
  if (!this._handle) return null;
  const name = this._handle.nameOf(false);
  return name.port === undefined ? this._pipeName : name;
};

Server.prototype.ref = function() {
  this._unref = false;
  this._handle?.ref();
  return this;
};

Server.prototype.unref = function() {
  this._unref = true;
  this._handle?.unref();
  return this;
};

ObjectDefineProperty(Server.prototype, 'listening', {
  __proto__: null, configurable: true, enumerable: true, get() { return Boolean(this._handle); },
});

ObjectDefineProperty(Server.prototype, EventEmitter.captureRejectionSymbol, {
  __proto__: null,
  configurable: true,
  writable: true,
  value(error, event, socket) {
    if (event === 'connection') socket.destroy(error);
    else this.emit('error', error);
  },
});

module.exports = { Server };
