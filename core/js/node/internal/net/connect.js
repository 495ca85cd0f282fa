'use strict';

// How a Socket comes to its other end: names, addresses tried one after the other, errors. Source:
// Node.js documentation "socket.connect()" (autoSelectFamily, lookup, 'connectionAttempt').

const { ArrayIsArray, ArrayPrototypePush } = primordials;
const { ipVersion } = internalBinding('net');
const { codes } = require('internal/errors');
const { kOnConnected } = require('internal/http/request_trace');
const { validateBoolean, validateFunction, validateInt32, validateNumber, validatePort } = require('internal/validators');

const kDefaults = { __proto__: null, autoSelectFamily: true, attemptTimeout: 250 };
const kShortestAttempt = 10;
const kAddressesConfigured = 32;  // dns.ADDRCONFIG

function hostPortError(status, socket, address, port) {
  const { ExceptionWithHostPort } = require('internal/system_errors');
  return new ExceptionWithHostPort(status, 'connect', address, port);
}

function fail(socket, error) {
  socket.destroy(error);
}

// ---- One address ----

function onConnected(socket, status, address, port, family) {
  if (socket.destroyed) return;
  socket.connecting = false;
  socket._sockname = null;
  if (status !== 0) {
    const error = hostPortError(status, socket, address, port);
    socket.emit('connectionAttemptFailed', address, port, family, error);
    socket.destroy(error);
    return;
  }
  socket._unrefTimer();
  socket[kOnConnected]?.();
  require('internal/net/socket').nameInTrace(socket, false);
  socket.emit('connect');
  socket.emit('ready');
  if (!socket.isPaused()) socket.read(0);
}

function connectTo(socket, address, port, family, local) {
  const handle = socket._handle;
  if (local?.address || local?.port) {
    const bound = handle.bindTo(local.address || (family === 6 ? '::' : '0.0.0.0'), local.port);
    if (bound !== 0) return fail(socket, bindError(bound, local));
  }
  socket.emit('connectionAttempt', address, port, family);
  if (socket.destroyed || !socket._handle) return;
  handle.oncomplete = (status) => onConnected(socket, status, address, port, family);
  const status = port === undefined ? handle.connectTo(address) : handle.connectTo(address, port);
  if (status !== 0) fail(socket, hostPortError(status, socket, address, port));
}

function bindError(status, { address, port }) {
  const { ExceptionWithHostPort } = require('internal/system_errors');
  return new ExceptionWithHostPort(status, 'bind', address, port);
}

function connectPath(socket, path) {
  connectTo(socket, path, undefined, undefined);
}

// ---- Several ----

// Tries addresses in turn: the next one when one has failed or taken too long.
class Attempts {
  constructor(socket, addresses, port, timeout) {
    this.socket = socket;
    this.addresses = addresses;
    this.port = port;
    this.timeout = timeout;
    this.next = 0;
    this.errors = [];
  }

  tryNext() {
    const { socket } = this;
    if (socket.destroyed || !socket.connecting) return;
    if (this.next === this.addresses.length) return this.giveUp();
    const { TCP, kOwner } = require('internal/net/handle');
    const isLast = this.next === this.addresses.length - 1;
    const { address, family } = this.addresses[this.next++];
    let handle = socket._handle;
    if (this.next > 1) {
      handle.close();
      const ondata = handle.ondata;
      handle = socket._handle = new TCP();
      handle[kOwner] = socket;
      handle.ondata = ondata;
    }
    socket.emit('connectionAttempt', address, this.port, family);
    if (socket.destroyed) return;
    let timer;
    handle.oncomplete = (status) => {
      if (timer !== undefined) require('timers').clearTimeout(timer);
      if (socket._handle === handle) this.completed(status, address, family);
    };
    const status = handle.connectTo(address, this.port);
    if (status !== 0) return this.failed(status, address, family);
    if (!isLast) timer = require('timers').setTimeout(() => this.timedOut(handle, address, family), this.timeout);
  }

  completed(status, address, family) {
    if (this.socket.destroyed) return;
    if (status !== 0) return this.failed(status, address, family);
    onConnected(this.socket, 0, address, this.port, family);
  }

  failed(status, address, family) {
    const error = hostPortError(status, this.socket, address, this.port);
    ArrayPrototypePush(this.errors, error);
    this.socket.emit('connectionAttemptFailed', address, this.port, family, error);
    this.tryNext();
  }

  timedOut(handle, address, family) {
    if (this.socket._handle !== handle || !this.socket.connecting) return;
    const kTimedOut = -110;
    ArrayPrototypePush(this.errors, hostPortError(kTimedOut, this.socket, address, this.port));
    this.socket.emit('connectionAttemptTimeout', address, this.port, family);
    this.tryNext();
  }

  giveUp() {
    const { NodeAggregateError } = require('internal/system_errors');
    this.socket.connecting = false;
    this.socket.destroy(this.errors.length === 1 ? this.errors[0] : new NodeAggregateError(this.errors));
  }
}

// ---- Names ----

function checkedPort(port) {
  if (port !== undefined) {
    if (typeof port !== 'number' && typeof port !== 'string') {
      throw new codes.ERR_INVALID_ARG_TYPE('options.port', ['number', 'string'], port);
    }
    validatePort(port);
  }
  return port | 0;
}

function checkedLocal({ localAddress, localPort }) {
  if (localAddress && ipVersion(localAddress) === 0) throw new codes.ERR_INVALID_IP_ADDRESS(localAddress);
  if (localPort) validateNumber(localPort, 'options.localPort');
  return { address: localAddress, port: localPort };
}

function selection(options) {
  let { autoSelectFamily, autoSelectFamilyAttemptTimeout: timeout } = options;
  if (autoSelectFamily !== undefined && autoSelectFamily !== null) {
    validateBoolean(autoSelectFamily, 'options.autoSelectFamily');
  } else {
    autoSelectFamily = kDefaults.autoSelectFamily;
  }
  if (timeout !== undefined && timeout !== null) {
    validateInt32(timeout, 'options.autoSelectFamilyAttemptTimeout', 1);
    if (timeout < kShortestAttempt) timeout = kShortestAttempt;
  } else {
    timeout = kDefaults.attemptTimeout;
  }
  return { autoSelectFamily, timeout };
}

function connectPort(socket, options) {
  const host = options.host || 'localhost';
  const local = checkedLocal(options);
  const port = checkedPort(options.port);
  const { autoSelectFamily, timeout } = selection(options);
  const version = ipVersion(`${host}`);
  if (version !== 0) {
    process.nextTick(() => {
      if (socket.connecting) connectTo(socket, host, port, version, local);
    });
    return;
  }
  if (options.lookup !== undefined && options.lookup !== null) validateFunction(options.lookup, 'options.lookup');
  const lookup = options.lookup || require('dns').lookup;
  const family = options.family === 'IPv4' ? 4 : options.family === 'IPv6' ? 6 : options.family;
  const isOneFamily = family === 4 || family === 6;
  const query = { family, hints: options.hints || (isOneFamily ? 0 : kAddressesConfigured) };
  socket._host = host;
  if (autoSelectFamily && !isOneFamily && !local.address) {
    query.all = true;
    lookup(host, query, (error, addresses) => onAddresses(socket, host, port, timeout, local, error, addresses));
    return;
  }
  lookup(host, query, (error, address, addressFamily) =>
    onAddress(socket, host, port, local, error, address, addressFamily));
}

function failLater(socket, error) {
  process.nextTick(fail, socket, error);
}

function onAddress(socket, host, port, local, error, address, family) {
  socket.emit('lookup', error, address, family, host);
  if (!socket.connecting) return;
  if (error) return failLater(socket, error);
  if (typeof address !== 'string' || ipVersion(address) === 0) {
    return failLater(socket, new codes.ERR_INVALID_IP_ADDRESS(address));
  }
  if (family !== 4 && family !== 6) {
    return failLater(socket, new codes.ERR_INVALID_ADDRESS_FAMILY(family, host, port));
  }
  socket._unrefTimer();
  connectTo(socket, address, port, family, local);
}

function onAddresses(socket, host, port, timeout, local, error, addresses) {
  if (!socket.connecting) return;
  if (error) {
    socket.emit('lookup', error, undefined, undefined, host);
    return failLater(socket, error);
  }
  // A lookup function that knows nothing of `all` gives one.
  if (!ArrayIsArray(addresses)) addresses = [{ address: addresses, family: ipVersion(`${addresses}`) }];
  const valid = [];
  for (let i = 0; i < addresses.length; i++) {
    const { address, family } = addresses[i];
    socket.emit('lookup', error, address, family, host);
    if (!socket.connecting) return;
    if (typeof address === 'string' && ipVersion(address) !== 0 && (family === 4 || family === 6)) {
      ArrayPrototypePush(valid, addresses[i]);
    }
  }
  if (valid.length === 0) return failLater(socket, new codes.ERR_INVALID_IP_ADDRESS(addresses[0]?.address));
  socket._unrefTimer();
  if (valid.length === 1) return connectTo(socket, valid[0].address, port, valid[0].family, local);
  new Attempts(socket, valid, port, timeout).tryNext();
}

module.exports = { connectPath, connectPort, kDefaults };
