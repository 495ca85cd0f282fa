'use strict';

// A request on its connection, until its response is over: then the connection is free for another one.

const { Parser } = require('internal/http/parser');
const { kNeedDrain } = require('internal/http/outgoing');
const { noteFail, noteReceive } = require('internal/http/request_trace');
const { listenForTimeout } = require('internal/http/client');

function connReset(message) {
  const { ConnResetException } = require('internal/system_errors');
  return new ConnResetException(message);
}

function emitFree(request) {
  request._closed = true;
  request.emit('close');
  request.socket?.emit('free');
}

class Exchange {
  constructor(request, socket) {
    this.request = request;
    this.socket = socket;
    this.parser = new Parser({
      socket,
      isServer: false,
      onIncoming: (response, keepsAlive) => this.onResponse(response, keepsAlive),
      maxHeaderSize: request.maxHeaderSize,
      joinDuplicateHeaders: request.joinDuplicateHeaders,
    });
    this.parser.onMessageEnd = () => this.onResponseComplete();
    this.onerror = (error) => this.fail(error);
    this.ondata = (bytes) => this.take(bytes);
    this.onend = () => this.onEnd();
    this.onclose = () => this.onClose();
    this.ondrain = () => this.onDrain();
  }

  start() {
    const { request, socket, parser } = this;
    request.socket = socket;
    parser.outgoing = request;
    request.parser = parser;
    socket.parser = parser;
    socket._httpMessage = request;
    socket.on('error', this.onerror);
    socket.on('data', this.ondata);
    socket.on('end', this.onend);
    socket.on('close', this.onclose);
    socket.on('drain', this.ondrain);
    if (request.timeout !== undefined) listenForTimeout(request);
    request.emit('socket', socket);
  }

  // ---- The response ----

  take(bytes) {
    const { request, socket, parser } = this;
    const outcome = parser.execute(bytes);
    if (parser.isFree) return;
    if (typeof outcome !== 'number') {
      this.stopReading();
      parser.free();
      socket.destroy();
      socket._hadError = true;
      noteFail(request, outcome);
      request.emit('error', outcome);
    } else if (parser.incoming?.upgrade) {
      this.handOver(parser.incoming, bytes.slice(outcome));
    } else if (parser.incoming?.complete && !isInformational(parser.incoming.statusCode)) {
      this.stopReading();
      socket.removeListener('drain', this.ondrain);
      parser.free();
    }
  }

  onResponseComplete() {
    const { request, parser } = this;
    if (parser.incoming && !isInformational(parser.incoming.statusCode)) noteReceive(request, parser.incoming);
  }

  stopReading() {
    this.socket.removeListener('data', this.ondata);
    this.socket.removeListener('end', this.onend);
  }

  onResponse(response, keepsAlive) {
    const { request, socket } = this;
    if (request.res) {
      // A server that answers twice.
      socket.destroy();
      return 0;
    }
    request.res = response;
    if (request.method === 'CONNECT') {
      response.upgrade = true;
      return 2;
    }
    if (response.upgrade && response.statusCode === 101) return 2;
    response.upgrade = false;
    if (isInformational(response.statusCode)) {
      this.onInformation(response);
      return 1;
    }
    if (request.shouldKeepAlive && !keepsAlive) request.shouldKeepAlive = false;
    response.req = request;
    response.on('end', () => this.onResponseEnd(response));
    request.on('finish', () => this.onRequestFinish());
    if (request.aborted || !request.emit('response', response)) response._dump();
    if (request.method === 'HEAD') return 1;
    if (response.statusCode === 304) {
      response.complete = true;
      return 1;
    }
    return 0;
  }

  onInformation(response) {
    const { request } = this;
    request.res = null;
    if (response.statusCode === 100) request.emit('continue');
    request.emit('information', {
      statusCode: response.statusCode,
      statusMessage: response.statusMessage,
      httpVersion: response.httpVersion,
      httpVersionMajor: response.httpVersionMajor,
      httpVersionMinor: response.httpVersionMinor,
      headers: response.headers,
      rawHeaders: response.rawHeaders,
    });
  }

  onResponseEnd(response) {
    const { request } = this;
    request._ended = true;
    if (!request.shouldKeepAlive) {
      if (this.socket.writable) this.socket.destroySoon();
    } else if (request.writableFinished && !response.aborted) {
      this.free();
    }
  }

  onRequestFinish() {
    const { request } = this;
    if (request.shouldKeepAlive && request._ended) this.free();
  }

  // The connection is the agent's again.
  free() {
    const { request, socket } = this;
    if (this.isFree) return;
    this.isFree = true;
    if (request.timeoutCb) {
      socket.setTimeout(0, request.timeoutCb);
      socket.removeListener('timeout', request.timeoutCb);
      request.timeoutCb = null;
    }
    socket.removeListener('drain', this.ondrain);
    socket.removeListener('error', this.onerror);
    socket.removeListener('close', this.onclose);
    process.nextTick(emitFree, request);
    request.destroyed = true;
  }

  // The response changes the protocol: the connection is the program's.
  handOver(response, rest) {
    const { request, socket, parser } = this;
    const event = request.method === 'CONNECT' ? 'connect' : 'upgrade';
    this.stopReading();
    parser.free();
    if (request.listenerCount(event) === 0) {
      socket.destroy();
      return;
    }
    request.upgradeOrConnect = true;
    socket.emit('agentRemove');
    socket.removeListener('close', this.onclose);
    socket.removeListener('error', this.onerror);
    socket.removeListener('drain', this.ondrain);
    if (request.timeoutCb) socket.removeListener('timeout', request.timeoutCb);
    socket._httpMessage = null;
    socket.readableFlowing = null;
    request.emit(event, response, socket, rest);
    request.destroyed = true;
    request._closed = true;
    request.emit('close');
  }

  // ---- The connection ----

  onDrain() {
    const { request } = this;
    if (request.finished || !request[kNeedDrain]) return;
    request[kNeedDrain] = false;
    request.emit('drain');
  }

  fail(error) {
    const { request, socket, parser } = this;
    socket._hadError = true;
    noteFail(request, error);
    request.emit('error', error);
    if (!parser.isFree) parser.finish();
    parser.free();
    this.stopReading();
    socket.destroy();
  }

  failUnanswered() {
    const error = connReset('socket hang up');
    noteFail(this.request, error);
    this.request.emit('error', error);
  }

  onEnd() {
    const { request, socket, parser } = this;
    if (!request.res && !socket._hadError) {
      socket._hadError = true;
      this.failUnanswered();
    }
    if (!parser.isFree) {
      parser.finish();
      parser.free();
    }
    socket.end();
  }

  onClose() {
    const { request, socket, parser } = this;
    const response = request.res;
    request.destroyed = true;
    if (!parser.isFree) parser.finish();
    if (response) {
      if (!response.complete) response.destroy(connReset('aborted'));
      request._closed = true;
      request.emit('close');
      if (!response.aborted && response.readable) response.push(null);
    } else {
      if (!socket._hadError) {
        socket._hadError = true;
        this.failUnanswered();
      }
      request._closed = true;
      request.emit('close');
    }
    if (request.outputData) request.outputData.length = 0;
    noteFail(request, connReset('aborted'));
    parser.free();
  }
}

function isInformational(statusCode) {
  return statusCode >= 100 && statusCode < 200;
}

module.exports = { Exchange };
