'use strict';

// From the bytes of a connection to messages: one parser a connection and direction.

const { ArrayIsArray, Error } = primordials;
const binding = internalBinding('http');
const { FastBuffer } = require('internal/buffer_memory');
const { IncomingMessage, readStart, readStop } = require('internal/http/incoming');
const { kMaxHeaderSize } = require('internal/http/common');

class Parser {
  #native;

  // `onIncoming(message, keepsAlive)` says what follows the head: 0 what it says, 1 no body, 2 bytes of
  // another protocol.
  constructor({ socket, isServer, onIncoming, Message, maxHeaderSize, joinDuplicateHeaders }) {
    this.#native = binding.create(isServer, maxHeaderSize || kMaxHeaderSize, this);
    this.socket = socket;
    this.incoming = null;
    this.outgoing = null;
    this.onIncoming = onIncoming;
    this.isServer = isServer;
    this.Message = Message || IncomingMessage;
    this.joinDuplicateHeaders = joinDuplicateHeaders;
    this.isFree = false;
  }

  onBegin() {
    this.onMessageBegin?.();
  }

  onHead(method, url, status, reason, major, minor, headers, upgrades, keepsAlive) {
    const { socket } = this;
    const message = this.incoming = new this.Message(socket);
    message.httpVersionMajor = major;
    message.httpVersionMinor = minor;
    message.httpVersion = `${major}.${minor}`;
    message.joinDuplicateHeaders = this.joinDuplicateHeaders;
    message.url = url;
    message.upgrade = upgrades;
    message.rawHeaders = headers;
    if (this.isServer) {
      message.method = method;
    } else {
      message.statusCode = status;
      message.statusMessage = reason;
    }
    return this.onIncoming(message, keepsAlive);
  }

  onBody(bytes) {
    const message = this.incoming;
    if (message === null || message._dumped) return;
    if (!message.push(new FastBuffer(bytes))) readStop(this.socket);
  }

  onEnd(trailers) {
    const message = this.incoming;
    if (message !== null) {
      message.complete = true;
      if (trailers.length > 0) message.rawTrailers = trailers;
      message.push(null);
    }
    this.onMessageEnd?.();
    readStart(this.socket);
  }

  // How many bytes were taken, or an error.
  execute(bytes) {
    return this.#outcome(binding.execute(this.#native, bytes), bytes);
  }

  finish() {
    return this.#outcome(binding.finish(this.#native), undefined);
  }

  #outcome(progress, bytes) {
    if (!ArrayIsArray(progress)) return progress;
    const { 0: code, 1: reason, 2: bytesParsed } = progress;
    const error = new Error(`Parse Error: ${reason}`);
    error.bytesParsed = bytesParsed;
    error.code = code;
    error.reason = reason;
    if (bytes !== undefined) error.rawPacket = bytes;
    return error;
  }

  free() {
    this.isFree = true;
    if (this.socket?.parser === this) this.socket.parser = null;
    if (this.outgoing?.parser === this) this.outgoing.parser = null;
    this.incoming = null;
    this.outgoing = null;
  }
}

module.exports = { Parser };
