'use strict';

// Handles of sockets: what a Socket or Server is to the machine (libuv's uv_tcp_t and uv_pipe_t). Whoever
// uses one sets its on… methods. Statuses are 0 or libuv's negative numbers.

const { Symbol } = primordials;
const binding = internalBinding('net');
const requests = internalBinding('requests');
const { FastBuffer } = require('internal/buffer_memory');

const kOwner = Symbol('owner');
const kEndOfFile = -4095;
const kCanceled = -125;
const kNotConnected = -107;

function ignore() {}

class Handle {
  #id;
  #onclose;
  #writes = [];
  #firstWrite = 0;
  #result = [0];

  constructor(isPath, id) {
    if (id === undefined) {
      this.#id = binding.create(isPath, this);
    } else {
      this.#id = id;
      binding.adopt(id, this);
    }
    this.reading = false;
    this.bytesRead = 0;
    this.bytesWritten = 0;
    this[kOwner] = null;
    this.onclient = ignore;
    this.oncomplete = ignore;
    this.ondata = ignore;
  }

  // What the machine calls.

  onconnection(status, id) {
    this.onclient(status, new this.constructor(id));
  }

  onconnect(status) {
    this.oncomplete(status);
  }

  onread(status, bytes) {
    if (bytes === undefined) return this.ondata(status);
    this.bytesRead += status;
    this.ondata(status, new FastBuffer(bytes));
  }

  onwritten(status) {
    const callback = this.#writes[this.#firstWrite++];
    if (this.#firstWrite === this.#writes.length) {
      this.#writes = [];
      this.#firstWrite = 0;
    }
    callback(status);
  }

  onshutdown(status) {
    this.onshut(status);
  }

  onclose() {
    this.#onclose?.();
  }

  // What it is asked to do.

  listen(backlog) {
    return binding.listen(this.#id, backlog);
  }

  bindTo(...address) {
    return binding.bind(this.#id, ...address);
  }

  connectTo(...address) {
    return binding.connect(this.#id, ...address);
  }

  readStart() {
    this.reading = true;
    return binding.startReading(this.#id);
  }

  readStop() {
    this.reading = false;
    return this.#id === 0 ? 0 : binding.stopReading(this.#id);
  }

  // 0 for what is done, 1 if `callback` is to be called with the status, or why it could not be.
  write(chunk, isLatin1, callback) {
    const status = binding.write(this.#id, chunk, isLatin1, this.#result);
    if (status >= 0) this.bytesWritten += this.#result[0];
    if (status === 1) this.#writes[this.#writes.length] = callback;
    return status;
  }

  get writeQueueSize() {
    return this.#id === 0 ? 0 : binding.unwritten(this.#id);
  }

  shutdown(callback) {
    this.onshut = callback;
    return binding.shutDown(this.#id);
  }

  close(callback, resets = false) {
    if (this.#id === 0) return;
    this.#onclose = callback;
    binding.close(this.#id, resets);
    this.#id = 0;
  }

  ref() {
    binding.setRefed(this.#id, true);
  }

  unref() {
    binding.setRefed(this.#id, false);
  }

  hasRef() {
    return this.#id !== 0 && binding.isRefed(this.#id);
  }

  // A request of that number is what it writes next.
  putRequest(number) {
    requests.putOn(this.#id, number);
  }

  // The number of the request that has come and is to be handled.
  handleRequest(text, listeners) {
    return requests.handle(this.#id, text, listeners);
  }

  // Its socket, for another process to take over; this handle is then only to be closed.
  giveAway() {
    return binding.giveAway(this.#id);
  }

  shareOut() {
    return this.#id === 0 ? 0 : binding.shareOut(this.#id);
  }

  socketId() {
    return this.#id === 0 ? 0 : binding.socketOf(this.#id);
  }

  // A handle's number: for a socket that was given away, and for one that accepts what another process's socket gets.
  static takeOver(socket) {
    return binding.takeOver(socket);
  }

  static share(socket) {
    return binding.share(socket);
  }

  getAsyncId() {
    return this.#id;
  }

  // { address, family, port } of this end or the other one; of none: undefined. A path is { address }.
  nameOf(isRemote) {
    const parts = this.#id === 0 ? undefined : binding.address(this.#id, isRemote);
    if (parts === undefined) return undefined;
    if (parts.length === 1) return { address: parts[0] };
    return { address: parts[0], family: parts[1], port: parts[2] };
  }
}

class TCP extends Handle {
  constructor(id) {
    super(false, id);
  }
}

class Pipe extends Handle {
  constructor(id) {
    super(true, id);
  }
}

module.exports = { Pipe, TCP, kCanceled, kEndOfFile, kNotConnected, kOwner };
