'use strict';

// In a primary: the socket that listens for all workers. Who gets which connection is core/cluster's to decide. Source:
// Node.js documentation "Cluster", "How it works".

const { SafeMap } = primordials;
const binding = internalBinding('cluster');
const { send } = require('internal/cluster/messages');

class RoundRobinListener {
  #key;
  #id;
  #handle = null;
  #server;
  #workers = new SafeMap();      // by agent
  #connections = new SafeMap();  // handles, by socket

  constructor(key, address, { port, backlog, flags }) {
    this.#key = key;
    this.#id = binding.add(`${address ?? ''}:${port}`);
    const { createServer } = require('net');
    this.#server = createServer();
    if (port >= 0) this.#server.listen({ port, host: address, backlog });
    else this.#server.listen({ path: address, backlog });
    this.#server.once('listening', () => {
      this.#handle = this.#server._handle;
      this.#handle.onclient = (status, client) => { if (status === 0) this.#arrived(client); };
      this.#server._handle = null;
      this.#server = null;
    });
  }

  // Calls back with an error's number or with what the worker is to know.
  add(worker, callback) {
    const { agent } = worker.process._handle;
    this.#workers.set(agent, worker);
    const done = () => {
      const name = this.#handle.nameOf(false);
      callback(0, name.port === undefined ? null : { sockname: name });
      this.#hand(binding.join(this.#id, agent));
    };
    if (this.#server === null) return done();
    this.#server.once('listening', done);
    this.#server.once('error', (error) => callback(error.errno, null));
  }

  has(worker) {
    for (const known of this.#workers.values()) if (known === worker) return true;
    return false;
  }

  // True: that was the last, and the listener is no more.
  remove(worker) {
    for (const { 0: agent, 1: known } of this.#workers) {
      if (known !== worker) continue;
      this.#workers.delete(agent);
      const lost = binding.leave(this.#id, agent);
      if (lost === undefined) return false;
      for (let i = 0; i < lost.length; i++) this.#take(lost[i]).close();
      this.#handle?.close();
      this.#handle = null;
      return true;
    }
    return false;
  }

  #take(connection) {
    const handle = this.#connections.get(connection);
    this.#connections.delete(connection);
    return handle;
  }

  #arrived(client) {
    const connection = client.socketId();
    this.#connections.set(connection, client);
    this.#hand(binding.arrive(this.#id, connection));
  }

  // A list of worker and connection in turn.
  #hand(handings) {
    for (let i = 0; i < handings.length; i += 2) this.#handOne(handings[i], handings[i + 1]);
  }

  #handOne(agent, connection) {
    const client = this.#take(connection);
    const worker = this.#workers.get(agent);
    const answered = ({ accepted }, returned) => {
      if (!accepted && returned !== undefined) this.#connections.set(connection, returned);
      this.#hand(binding.answer(this.#id, agent, connection, accepted || returned === undefined));
    };
    if (worker === undefined || !send(worker.process, { act: 'newconn', key: this.#key }, client, answered))
      client.close();
  }
}

const kAddressInUse = -98;

// The same where workers accept for themselves (SCHED_NONE).
class SharedListener {
  #handle;
  #errno;
  #workers = new SafeMap();

  constructor(key, address, { port }) {
    const { Pipe, TCP } = require('internal/net/handle');
    this.#handle = port >= 0 ? new TCP() : new Pipe();
    const host = address ?? '::';
    this.#errno = port >= 0 ? this.#handle.bindTo(host, port) : this.#handle.bindTo(address);
    // libuv tells of an address that is taken when it is listened at.
    if (this.#errno === 0 && this.#handle.nameOf(false) === undefined) this.#errno = kAddressInUse;
  }

  add(worker, callback) {
    this.#workers.set(worker, worker);
    callback(this.#errno, null, this.#handle);
  }

  has(worker) { return this.#workers.has(worker); }

  remove(worker) {
    if (!this.#workers.delete(worker) || this.#workers.size > 0) return false;
    this.#handle.close();
    return true;
  }
}

module.exports = { RoundRobinListener, SharedListener };
