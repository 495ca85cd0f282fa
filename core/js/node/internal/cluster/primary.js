'use strict';

// The cluster module of a primary. Source: Node.js documentation "Cluster".

const {
  ArrayPrototypeSlice,
  ObjectKeys,
  ObjectValues,
  SafeMap,
} = primordials;
const EventEmitter = require('events');
const path = require('path');
const { receiver, send } = require('internal/cluster/messages');
const { Worker } = require('internal/cluster/worker');

const cluster = new EventEmitter();
const intercom = new EventEmitter();
const listeners = new SafeMap();  // by address

const SCHED_NONE = 1;
const SCHED_RR = 2;
const kPolicies = { __proto__: null, none: SCHED_NONE, rr: SCHED_RR };

cluster.isWorker = false;
cluster.isMaster = true;
cluster.isPrimary = true;
cluster.Worker = Worker;
cluster.workers = {};
cluster.settings = {};
cluster.SCHED_NONE = SCHED_NONE;
cluster.SCHED_RR = SCHED_RR;
cluster.schedulingPolicy = kPolicies[process.env.NODE_CLUSTER_SCHED_POLICY] ?? SCHED_RR;

let lastId = 0;
let policy;  // of this run: from the first setup on

cluster.setupPrimary = function(options) {
  const settings = {
    args: ArrayPrototypeSlice(process.argv, 2),
    exec: process.argv[1],
    execArgv: process.execArgv,
    silent: false,
    ...cluster.settings,
    ...options,
  };
  cluster.settings = settings;
  policy ??= cluster.schedulingPolicy;
  process.nextTick(() => cluster.emit('setup', settings));
};
cluster.setupMaster = cluster.setupPrimary;

function startProcess(id, env) {
  const { fork } = require('child_process');
  const { args, cwd, exec, execArgv, serialization, silent, stdio } = cluster.settings;
  return fork(exec, args, {
    cwd, env: { ...process.env, ...env, NODE_UNIQUE_ID: `${id}` }, execArgv: [...execArgv], serialization, silent, stdio,
  });
}

function forget(worker) {
  delete cluster.workers[worker.id];
  if (ObjectKeys(cluster.workers).length === 0) intercom.emit('disconnect');
}

function removeFromListeners(worker) {
  for (const { 0: key, 1: listener } of new SafeMap(listeners)) if (listener.remove(worker)) listeners.delete(key);
}

cluster.fork = function(env) {
  cluster.setupPrimary();
  const id = ++lastId;
  const worker = new Worker({ id, process: startProcess(id, env) });
  worker.on('message', function(message, handle) { cluster.emit('message', this, message, handle); });
  worker.process.once('exit', (exitCode, signalCode) => onExit(worker, exitCode, signalCode));
  worker.process.once('disconnect', () => onDisconnect(worker));
  worker.process.on('internalMessage', receiver(worker, onMessage));
  process.nextTick(() => cluster.emit('fork', worker));
  cluster.workers[id] = worker;
  return worker;
};

// A worker that is still connected may have something to say.
function onExit(worker, exitCode, signalCode) {
  if (!worker.isConnected()) {
    removeFromListeners(worker);
    forget(worker);
  }
  worker.exitedAfterDisconnect = !!worker.exitedAfterDisconnect;
  worker.state = 'dead';
  worker.emit('exit', exitCode, signalCode);
  cluster.emit('exit', worker, exitCode, signalCode);
}

function onDisconnect(worker) {
  removeFromListeners(worker);
  if (worker.isDead()) forget(worker);
  worker.exitedAfterDisconnect = !!worker.exitedAfterDisconnect;
  worker.state = 'disconnected';
  worker.emit('disconnect');
  cluster.emit('disconnect', worker);
}

cluster.disconnect = function(callback) {
  const workers = ObjectValues(cluster.workers);
  if (workers.length === 0) process.nextTick(() => intercom.emit('disconnect'));
  else for (let i = 0; i < workers.length; i++) if (workers[i].isConnected()) workers[i].disconnect();
  if (typeof callback === 'function') intercom.once('disconnect', callback);
};

// ---- What workers say ----

const kActs = {
  __proto__: null,
  online(worker) {
    worker.state = 'online';
    worker.emit('online');
    cluster.emit('online', worker);
  },
  exitedAfterDisconnect(worker, message) {
    worker.exitedAfterDisconnect = true;
    send(worker.process, { ack: message.seq });
  },
  queryServer,
  listening(worker, { addressType, address, port, fd }) {
    const info = { addressType, address, port, fd };
    worker.state = 'listening';
    worker.emit('listening', info);
    cluster.emit('listening', worker, info);
  },
  close(worker, { key }) {
    if (listeners.get(key)?.remove(worker)) listeners.delete(key);
  },
};

function onMessage(message) {
  kActs[message.act]?.(this, message);
}

function queryServer(worker, message) {
  if (worker.exitedAfterDisconnect) return;
  const { addressType, fd, index, port } = message;
  const key = `${message.address}:${port}:${addressType}:${fd}:${index}`;
  let listener = listeners.get(key);
  if (listener === undefined) {
    const { RoundRobinListener, SharedListener } = require('internal/cluster/listeners');
    const address = port < 0 && message.address ? path.resolve(message.address) : message.address;
    listener = policy === SCHED_RR ? new RoundRobinListener(key, address, message) :
      new SharedListener(key, address, message);
    listeners.set(key, listener);
  }
  listener.add(worker, (errno, reply, handle) => {
    // Others may try again.
    if (errno) listeners.delete(key);
    send(worker.process, { errno, key, ack: message.seq, ...reply }, handle);
  });
}

// ---- What a primary asks of its workers ----

Worker.prototype.disconnect = function() {
  this.exitedAfterDisconnect = true;
  send(this.process, { act: 'disconnect' });
  removeFromListeners(this);
  forget(this);
  return this;
};

Worker.prototype.destroy = function(signal) {
  this.process.kill(signal || 'SIGTERM');
};

module.exports = cluster;
