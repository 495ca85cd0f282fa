'use strict';

// Source: Node.js documentation "Net". The classes are in internal/net.

const { ipVersion } = internalBinding('net');
const { normalizeArgs } = require('internal/net/arguments');
const { kDefaults } = require('internal/net/connect');
const { Server } = require('internal/net/server');
const { Socket } = require('internal/net/socket');
const { validateBoolean, validateInt32 } = require('internal/validators');

function createServer(options, connectionListener) {
  return new Server(options, connectionListener);
}

function connect(...args) {
  const normal = normalizeArgs(args);
  const { 0: options } = normal;
  const socket = new Socket(options);
  if (options.timeout) socket.setTimeout(options.timeout);
  return socket.connect(normal);
}

function isIP(input) {
  return ipVersion(`${input}`);
}

function isIPv4(input) {
  return isIP(input) === 4;
}

function isIPv6(input) {
  return isIP(input) === 6;
}

function getDefaultAutoSelectFamily() {
  return kDefaults.autoSelectFamily;
}

function setDefaultAutoSelectFamily(value) {
  validateBoolean(value, 'value');
  kDefaults.autoSelectFamily = value;
}

function getDefaultAutoSelectFamilyAttemptTimeout() {
  return kDefaults.attemptTimeout;
}

function setDefaultAutoSelectFamilyAttemptTimeout(value) {
  validateInt32(value, 'value', 1);
  kDefaults.attemptTimeout = value < 10 ? 10 : value;
}

module.exports = {
  _normalizeArgs: normalizeArgs,
  connect,
  createConnection: connect,
  createServer,
  isIP,
  isIPv4,
  isIPv6,
  Server,
  Socket,
  Stream: Socket,
  getDefaultAutoSelectFamily,
  setDefaultAutoSelectFamily,
  getDefaultAutoSelectFamilyAttemptTimeout,
  setDefaultAutoSelectFamilyAttemptTimeout,
};
