'use strict';

// http.Agent: which connection a request gets. Source: Node.js documentation "Class: http.Agent".

const {
  ArrayPrototypeIndexOf,
  ArrayPrototypePop,
  ArrayPrototypePush,
  ArrayPrototypeShift,
  ArrayPrototypeSplice,
  FunctionPrototypeCall,
  NumberParseInt,
  ObjectKeys,
  ObjectSetPrototypeOf,
  RegExpPrototypeExec,
} = primordials;
const EventEmitter = require('events');
const net = require('net');
const { validateNumber, validateOneOf } = require('internal/validators');

const kDefaultMaxFreeSockets = 256;

// A connection nobody uses fails without anybody being told.
function onFreeSocketError() {
  this.destroy();
  this.emit('agentRemove');
}

function Agent(options) {
  if (!(this instanceof Agent)) return new Agent(options);
  FunctionPrototypeCall(EventEmitter, this);
  this.defaultPort = 80;
  this.protocol = 'http:';
  this.options = { __proto__: null, ...options };
  this.options.noDelay ??= true;
  // What a connection to a path is called by.
  this.options.path = null;
  this.requests = { __proto__: null };
  this.sockets = { __proto__: null };
  this.freeSockets = { __proto__: null };
  this.keepAliveMsecs = this.options.keepAliveMsecs || 1000;
  this.keepAlive = this.options.keepAlive || false;
  this.maxSockets = this.options.maxSockets || Infinity;
  this.maxFreeSockets = this.options.maxFreeSockets || kDefaultMaxFreeSockets;
  this.scheduling = this.options.scheduling || 'lifo';
  this.maxTotalSockets = this.options.maxTotalSockets;
  this.totalSocketCount = 0;
  validateOneOf(this.scheduling, 'scheduling', ['fifo', 'lifo']);
  if (this.maxTotalSockets !== undefined) validateNumber(this.maxTotalSockets, 'maxTotalSockets', 1);
  else this.maxTotalSockets = Infinity;
  this.on('free', (socket, opts) => onFree(this, socket, opts));
}
ObjectSetPrototypeOf(Agent.prototype, EventEmitter.prototype);
ObjectSetPrototypeOf(Agent, EventEmitter);

Agent.defaultMaxSockets = Infinity;

Agent.prototype.createConnection = net.createConnection;

// What connections must have in common to serve the same requests.
Agent.prototype.getName = function(options = {}) {
  let name = options.host || 'localhost';
  name += ':';
  if (options.port) name += options.port;
  name += ':';
  if (options.localAddress) name += options.localAddress;
  if (options.family === 4 || options.family === 6) name += `:${options.family}`;
  if (options.socketPath) name += `:${options.socketPath}`;
  return name;
};

Agent.prototype.addRequest = function(request, options, port, localAddress) {
  if (typeof options === 'string') options = { __proto__: null, host: options, port, localAddress };
  options = { __proto__: null, ...options, ...this.options };
  if (options.socketPath) options.path = options.socketPath;
  const name = this.getName(options);
  this.sockets[name] ||= [];
  const socket = this.takeFree(name);
  const count = (this.freeSockets[name]?.length ?? 0) + this.sockets[name].length;
  if (socket) {
    this.reuseSocket(socket, request);
    giveSocket(this, request, socket);
    ArrayPrototypePush(this.sockets[name], socket);
  } else if (count < this.maxSockets && this.totalSocketCount < this.maxTotalSockets) {
    this.createSocket(request, options, (error, made) => {
      if (error) request.onSocket(made, error);
      else giveSocket(this, request, made);
    });
  } else {
    this.requests[name] ||= [];
    ArrayPrototypePush(this.requests[name], request);
  }
};

Agent.prototype.takeFree = function(name) {
  const free = this.freeSockets[name];
  if (!free) return undefined;
  while (free.length > 0 && free[0].destroyed) ArrayPrototypeShift(free);
  const socket = this.scheduling === 'fifo' ? ArrayPrototypeShift(free) : ArrayPrototypePop(free);
  if (free.length === 0) delete this.freeSockets[name];
  return socket;
};

Agent.prototype.createSocket = function(request, options, callback) {
  options = { __proto__: null, ...options, ...this.options };
  if (options.socketPath) options.path = options.socketPath;
  options.encoding = null;
  const name = this.getName(options);
  options._agentKey = name;
  let called = false;
  const oncreate = (error, socket) => {
    if (called) return;
    called = true;
    if (error) return callback(error);
    this.sockets[name] ||= [];
    ArrayPrototypePush(this.sockets[name], socket);
    this.totalSocketCount++;
    installListeners(this, socket, options);
    callback(null, socket);
  };
  if (this.keepAlive) {
    options.keepAlive = this.keepAlive;
    options.keepAliveInitialDelay = this.keepAliveMsecs;
  }
  const socket = this.createConnection(options, oncreate);
  if (socket && !called) oncreate(null, socket);
};

function installListeners(agent, socket, options) {
  const onfree = () => agent.emit('free', socket, options);
  // Node calls this one onClose: what is closed counts no more.
  const onclose = () => agent.removeSocket(socket, options);
  const ontimeout = () => {
    for (const name of ObjectKeys(agent.freeSockets)) {
      if (ArrayPrototypeIndexOf(agent.freeSockets[name], socket) !== -1) return socket.destroy();
    }
  };
  const onremove = () => {
    agent.removeSocket(socket, options);
    socket.removeListener('close', onclose);
    socket.removeListener('free', onfree);
    socket.removeListener('timeout', ontimeout);
    socket.removeListener('agentRemove', onremove);
  };
  socket.on('free', onfree);
  socket.on('close', onclose);
  socket.on('timeout', ontimeout);
  socket.on('agentRemove', onremove);
  if (agent.options.timeout) socket.setTimeout(agent.options.timeout);
}

// A request is done with its connection.
function onFree(agent, socket, options) {
  const name = agent.getName(options);
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const waiting = agent.requests[name];
  if (waiting?.length) {
    const request = ArrayPrototypeShift(waiting);
    if (waiting.length === 0) delete agent.requests[name];
    giveSocket(agent, request, socket);
    return;
  }
  const request = socket._httpMessage;
  if (!request || !request.shouldKeepAlive || !agent.keepAlive) {
    socket.destroy();
    return;
  }
  const free = agent.freeSockets[name] || [];
  const count = free.length + (agent.sockets[name]?.length ?? 0);
  if (agent.totalSocketCount > agent.maxTotalSockets || count > agent.maxSockets ||
      free.length >= agent.maxFreeSockets || !agent.keepSocketAlive(socket)) {
    socket.destroy();
    return;
  }
  agent.freeSockets[name] = free;
  socket._httpMessage = null;
  agent.removeSocket(socket, options);
  socket.once('error', onFreeSocketError);
  ArrayPrototypePush(free, socket);
}

Agent.prototype.removeSocket = function(socket, options) {
  const name = this.getName(options);
  const lists = [this.sockets];
  if (!socket.writable) ArrayPrototypePush(lists, this.freeSockets);
  for (let i = 0; i < lists.length; i++) {
    const sockets = lists[i][name];
    const index = sockets ? ArrayPrototypeIndexOf(sockets, socket) : -1;
    if (index === -1) continue;
    ArrayPrototypeSplice(sockets, index, 1);
    if (sockets.length === 0) delete lists[i][name];
    // One that is kept for later counts on.
    if (!socket.writable) this.totalSocketCount--;
  }
  const request = this.requests[name]?.[0] ?? firstWaiting(this);
  if (request === undefined || socket.writable) return;
  this.createSocket(request, options, (error, made) => {
    if (error) request.onSocket(null, error);
    else made.emit('free');
  });
};

function firstWaiting(agent) {
  for (const name of ObjectKeys(agent.requests)) {
    if (agent.sockets[name] === undefined && agent.requests[name].length > 0) return agent.requests[name][0];
  }
  return undefined;
}

Agent.prototype.keepSocketAlive = function(socket) {
  socket.setKeepAlive(true, this.keepAliveMsecs);
  socket.unref();
  let timeout = this.options.timeout || 0;
  const hint = socket._httpMessage?.res?.headers['keep-alive'];
  const seconds = hint ? RegExpPrototypeExec(/^timeout=(\d+)/, hint)?.[1] : undefined;
  if (seconds !== undefined) {
    const byServer = NumberParseInt(seconds) * 1000;
    if (byServer < timeout) timeout = byServer;
  }
  if (socket.timeout !== timeout) socket.setTimeout(timeout);
  return true;
};

Agent.prototype.reuseSocket = function(socket, request) {
  socket.removeListener('error', onFreeSocketError);
  request.reusedSocket = true;
  socket.ref();
};

Agent.prototype.destroy = function() {
  for (const list of [this.freeSockets, this.sockets]) {
    for (const name of ObjectKeys(list)) {
      const sockets = [...list[name]];
      for (let i = 0; i < sockets.length; i++) sockets[i].destroy();
    }
  }
};

function giveSocket(agent, request, socket) {
  request.onSocket(socket);
  const agentTimeout = agent.options.timeout || 0;
  if (request.timeout === undefined || request.timeout === agentTimeout) return;
  socket.setTimeout(request.timeout);
}

module.exports = {
  Agent,
  globalAgent: new Agent({ keepAlive: true, scheduling: 'lifo', timeout: 5000 }),
};
