'use strict';

// The cluster module of a worker. Source: Node.js documentation "Cluster".

const { ArrayPrototypeJoin, SafeMap, SafeSet } = primordials;
const EventEmitter = require('events');
const path = require('path');
const { keepAlive } = internalBinding('cluster');
const { receiver, send } = require('internal/cluster/messages');
const { Worker } = require('internal/cluster/worker');
const { kOwner } = require('internal/net/handle');

const cluster = new EventEmitter();
const handles = new SafeMap();  // that stand for the primary's listeners, by key
const indexes = new SafeMap();  // of calls for the same address: { next, used }

cluster.isWorker = true;
cluster.isMaster = false;
cluster.isPrimary = false;
cluster.worker = null;
cluster.Worker = Worker;

function tell(message, callback) {
  return send(process, message, null, callback);
}

cluster._setupWorker = function() {
  const worker = new Worker({ id: +process.env.NODE_UNIQUE_ID | 0, process, state: 'online' });
  cluster.worker = worker;
  process.once('disconnect', () => {
    worker.emit('disconnect');
    // The primary is gone, or gave it up.
    if (!worker.exitedAfterDisconnect) process.exit(0);
  });
  process.on('internalMessage', receiver(worker, (message, handle) => {
    if (message.act === 'newconn') onConnection(message, handle);
    else if (message.act === 'disconnect') closeAll(worker, true);
  }));
  tell({ act: 'online' });
};

// ---- Listening ----

// The handle by which a server listens: of the primary's listener for this address. `server` is told of errors.
cluster._getServer = function(server, options, callback) {
  let { address } = options;
  if (options.port < 0 && typeof address === 'string') address = path.resolve(address);
  const place = ArrayPrototypeJoin([address, options.port, options.addressType, options.fd], ':');
  const known = indexes.get(place) ?? { next: 0, used: new SafeSet() };
  indexes.set(place, known);
  const index = known.next++;
  known.used.add(index);
  const message = { act: 'queryServer', index, data: null, ...options, address };
  tell(message, (reply, handle) => {
    const use = { key: reply.key, place, index };
    if (handle) shared(reply, handle, use, callback);
    else roundRobin(reply, use, callback);
  });
  server.once('listening', () => {
    if (!indexes.has(place)) return;
    cluster.worker.state = 'listening';
    const bound = server.address();
    tell({ ...message, act: 'listening', port: bound?.port || options.port });
  });
};

function free({ key, place, index }) {
  handles.delete(key);
  const known = indexes.get(place);
  if (known === undefined) return;
  known.used.delete(index);
  if (known.used.size === 0) indexes.delete(place);
}

function shared(reply, handle, use, callback) {
  const close = handle.close;
  handle.close = function(...args) {
    tell({ act: 'close', key: use.key });
    free(use);
    handle.close = close;
    return handle.close(...args);
  };
  handles.set(use.key, handle);
  callback(reply.errno, handle);
}

// Stands for a listener that is the primary's: connections come by message.
class RemoteListener {
  #use;
  #sockname;
  #isRefed = false;
  [kOwner] = null;

  constructor(use, sockname) {
    this.#use = use;
    this.#sockname = sockname;
    this.ref();
  }

  listen() { return 0; }

  close(callback) {
    if (this.#use === undefined) return;
    this.unref();
    tell({ act: 'close', key: this.#use.key });
    free(this.#use);
    this.#use = undefined;
    if (callback !== undefined) process.nextTick(callback);
  }

  nameOf(isRemote) { return isRemote ? undefined : this.#sockname; }
  hasRef() { return this.#isRefed; }

  ref() {
    if (this.#isRefed || this.#use === undefined) return;
    this.#isRefed = true;
    keepAlive(true);
  }

  unref() {
    if (!this.#isRefed) return;
    this.#isRefed = false;
    keepAlive(false);
  }
}

function roundRobin(reply, use, callback) {
  if (reply.errno) {
    free(use);
    return callback(reply.errno, null);
  }
  const handle = new RemoteListener(use, reply.sockname ?? {});
  handles.set(use.key, handle);
  callback(0, handle);
}

function wants(server) {
  const { maxConnections, _connections } = server;
  return maxConnections === undefined || maxConnections === null || _connections < maxConnections;
}

// A connection from the primary. One that is not wanted goes back to it.
function onConnection({ key, seq }, client) {
  // Its other end has gone meanwhile.
  if (client === undefined) return tell({ ack: seq, accepted: true });
  const handle = handles.get(key);
  const accepted = handle !== undefined && (!handle[kOwner] || wants(handle[kOwner]));
  if (accepted) {
    tell({ ack: seq, accepted });
    handle.onclient(0, client);
  } else {
    send(process, { act: 'newconn', ack: seq, accepted }, client);
  }
}

// ---- Ending ----

function closeAll(worker, isPrimarysWish) {
  worker.exitedAfterDisconnect = true;
  let waiting = 1;
  const closed = () => {
    if (--waiting > 0) return;
    if (isPrimarysWish) process.disconnect();
    // The primary is to know before it sees the end.
    else tell({ act: 'exitedAfterDisconnect' }, () => process.disconnect());
  };
  for (const handle of new SafeMap(handles).values()) {
    waiting++;
    if (handle[kOwner]) handle[kOwner].close(closed);
    else handle.close(closed);
  }
  handles.clear();
  closed();
}

Worker.prototype.disconnect = function() {
  if (this.state !== 'disconnecting' && this.state !== 'destroying') {
    this.state = 'disconnecting';
    closeAll(this, false);
  }
  return this;
};

Worker.prototype.destroy = function() {
  if (this.state === 'destroying') return;
  this.exitedAfterDisconnect = true;
  if (!this.isConnected()) process.exit(0);
  this.state = 'destroying';
  tell({ act: 'exitedAfterDisconnect' }, () => process.disconnect());
  process.once('disconnect', () => process.exit(0));
};

module.exports = cluster;
