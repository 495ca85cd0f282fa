'use strict';

// Source: Node.js documentation "HTTP". The classes are in internal/http.

const { ArrayPrototypeSlice, ObjectDefineProperty } = primordials;
const { Agent, globalAgent } = require('internal/http/agent');
const { ClientRequest } = require('internal/http/client');
const { METHODS, STATUS_CODES, kMaxHeaderSize, validateHeaderName, validateHeaderValue } = require('internal/http/common');
const { IncomingMessage } = require('internal/http/incoming');
const { OutgoingMessage } = require('internal/http/outgoing');
const { Server, ServerResponse } = require('internal/http/server');
const { validateInteger } = require('internal/validators');

let defaultAgent = globalAgent;

function createServer(options, requestListener) {
  return new Server(options, requestListener);
}

function request(url, options, callback) {
  return new ClientRequest(url, options, callback);
}

function get(url, options, callback) {
  const made = request(url, options, callback);
  made.end();
  return made;
}

// Of a server: takes a connection that comes from elsewhere.
function _connectionListener(socket) {
  const { Connection } = require('internal/http/server_connection');
  new Connection(this, socket).start();
}

function setMaxIdleHTTPParsers(max) {
  validateInteger(max, 'max', 1);
}

module.exports = {
  _connectionListener,
  METHODS: ArrayPrototypeSlice(METHODS),
  STATUS_CODES,
  Agent,
  ClientRequest,
  IncomingMessage,
  OutgoingMessage,
  Server,
  ServerResponse,
  createServer,
  validateHeaderName,
  validateHeaderValue,
  get,
  request,
  setMaxIdleHTTPParsers,
};

ObjectDefineProperty(module.exports, 'maxHeaderSize', {
  __proto__: null, configurable: true, enumerable: true, get: () => kMaxHeaderSize,
});
ObjectDefineProperty(module.exports, 'globalAgent', {
  __proto__: null,
  configurable: true,
  enumerable: true,
  get: () => defaultAgent,
  set(value) { defaultAgent = value; },
});
