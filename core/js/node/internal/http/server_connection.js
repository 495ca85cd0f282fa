'use strict';

// One connection of an http.Server: requests as they come in, one after the other or in a pipeline, and
// their responses in the same order.

const {
  ArrayPrototypePush,
  ArrayPrototypeShift,
  DateNow,
  RegExpPrototypeExec,
} = primordials;
const { endsWhenIdle } = internalBinding('requests');
const { readStart } = require('internal/http/incoming');
const { Parser } = require('internal/http/parser');
const { kNeedDrain, kUniqueHeaders } = require('internal/http/outgoing');
const { noteFail, noteFinish, noteHandle } = require('internal/http/request_trace');
const {
  emitClose, kConnections, kIncomingMessage, kServerResponse, stopWatchingAtOnce,
} = require('internal/http/server');

const kContinue = /(?:^|\W)100-continue(?:$|\W)/i;

const kBadRequest = 'HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n';
const kAnswers = {
  '__proto__': null,
  'HPE_HEADER_OVERFLOW': 'HTTP/1.1 431 Request Header Fields Too Large\r\nConnection: close\r\n\r\n',
  'HPE_CHUNK_EXTENSIONS_OVERFLOW': 'HTTP/1.1 413 Payload Too Large\r\nConnection: close\r\n\r\n',
  'ERR_HTTP_REQUEST_TIMEOUT': 'HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n',
};

function ignore() {}

class Connection {
  constructor(server, socket) {
    this.server = server;
    this.socket = socket;
    this.incoming = [];  // requests whose responses are not done
    this.outgoing = [];  // responses that wait for those before them
    this.outgoingData = 0;  // bytes they hold
    this.keepAliveTimeoutSet = false;
    this.requestsCount = 0;
    this.headStartedAt = 0;  // of the request that is coming in
    this.isBetween = true;  // no request is coming in
    this.parser = new Parser({
      socket,
      isServer: true,
      onIncoming: (request, keepsAlive) => this.onRequest(request, keepsAlive),
      Message: server[kIncomingMessage],
      maxHeaderSize: server.maxHeaderSize,
      joinDuplicateHeaders: server.joinDuplicateHeaders,
    });
    this.parser.onMessageBegin = () => {
      this.isBetween = false;
      this.hasHead = false;
      this.headStartedAt = DateNow();
    };
    this.parser.onMessageEnd = () => { this.isBetween = true; };
  }

  start() {
    const { server, socket } = this;
    server[kConnections].add(this);
    socket.server = server;
    socket._paused = false;
    socket.parser = this.parser;
    if (server.timeout && typeof socket.setTimeout === 'function') socket.setTimeout(server.timeout);
    socket.on('timeout', () => this.onTimeout());
    this.onSocketError = (error) => this.fail(error);
    this.ondata = (bytes) => this.take(bytes);
    this.onend = () => this.onEnd();
    this.onclose = () => this.onClose();
    this.ondrain = () => this.onDrain();
    socket.on('error', this.onSocketError);
    socket.on('data', this.ondata);
    socket.on('end', this.onend);
    socket.on('close', this.onclose);
    socket.on('drain', this.ondrain);
    // Since when it has been open: a request that never comes is late, too.
    this.headStartedAt = DateNow();
    this.hasHead = false;
    this.isNew = true;
  }

  isIdle() {
    return this.incoming.length === 0 && this.isBetween && !this.isNew;
  }

  isLate({ headersTimeout, requestTimeout }) {
    if (this.isBetween && !this.isNew) return false;
    const age = DateNow() - this.headStartedAt;
    return (!this.hasHead && headersTimeout > 0 && age >= headersTimeout) || (requestTimeout > 0 && age >= requestTimeout);
  }

  // ---- What comes in ----

  take(bytes) {
    this.isNew = false;
    this.handleOutcome(this.parser.execute(bytes), bytes);
  }

  handleOutcome(outcome, bytes) {
    if (typeof outcome !== 'number') {
      this.fail(outcome);
    } else if (this.parser.incoming?.upgrade) {
      this.handOver(bytes, outcome);
    } else if (this.socket._paused && this.socket.parser) {
      this.socket.pause();
    }
  }

  // The connection is the program's from now on.
  handOver(bytes, taken) {
    const { server, socket, parser } = this;
    const request = parser.incoming;
    socket.removeListener('data', this.ondata);
    socket.removeListener('end', this.onend);
    socket.removeListener('close', this.onclose);
    socket.removeListener('drain', this.ondrain);
    socket.removeListener('error', this.onSocketError);
    server[kConnections].delete(this);
    parser.free();
    const event = request.method === 'CONNECT' ? 'connect' : 'upgrade';
    if (server.listenerCount(event) === 0) {
      socket.destroy();
      return;
    }
    socket.readableFlowing = null;
    server.emit(event, request, socket, bytes.slice(taken));
  }

  onRequest(request, keepsAlive) {
    const { server, socket } = this;
    this.hasHead = true;
    if (this.keepAliveTimeoutSet) {
      socket.setTimeout(server.timeout || 0);
      this.keepAliveTimeoutSet = false;
    }
    if (request.upgrade) {
      request.upgrade = request.method === 'CONNECT' || server.listenerCount('upgrade') > 0;
      if (request.upgrade) return 2;
    }
    ArrayPrototypePush(this.incoming, request);
    this.pauseIfFull();
    const response = this.makeResponse(request, keepsAlive);
    noteHandle(server, request, response);
    if (request.httpVersionMajor === 1 && request.httpVersionMinor === 1) {
      if (server.requireHostHeader && request.headers.host === undefined) {
        response.writeHead(400, ['Connection', 'close']);
        response.end();
        return 0;
      }
      if (this.isOneTooMany(request, response) || this.answerExpectation(request, response)) return 0;
    }
    server.emit('request', request, response);
    return 0;
  }

  makeResponse(request, keepsAlive) {
    const { server, socket } = this;
    const response = new server[kServerResponse](request, {
      highWaterMark: socket.writableHighWaterMark, rejectNonStandardBodyWrites: server.rejectNonStandardBodyWrites,
    });
    response._keepAliveTimeout = server.keepAliveTimeout;
    response._maxRequestsPerSocket = server.maxRequestsPerSocket;
    response._onPendingData = (bytes) => {
      this.outgoingData += bytes;
      this.onDrain();
    };
    response.shouldKeepAlive = keepsAlive;
    response[kUniqueHeaders] = server[kUniqueHeaders];
    if (socket._httpMessage) ArrayPrototypePush(this.outgoing, response);
    else response.assignSocket(socket);
    response.on('finish', () => this.onFinish(request, response));
    return response;
  }

  isOneTooMany(request, response) {
    const { server } = this;
    if (!(server.maxRequestsPerSocket > 0)) return false;
    this.requestsCount++;
    response.maxRequestsOnConnectionReached = server.maxRequestsPerSocket <= this.requestsCount;
    if (server.maxRequestsPerSocket >= this.requestsCount) return false;
    server.emit('dropRequest', request, this.socket);
    response.writeHead(503);
    response.end();
    return true;
  }

  answerExpectation(request, response) {
    const { server } = this;
    const { expect } = request.headers;
    if (expect === undefined) return false;
    if (RegExpPrototypeExec(kContinue, expect) !== null) {
      response._expect_continue = true;
      if (server.listenerCount('checkContinue') > 0) {
        server.emit('checkContinue', request, response);
      } else {
        response.writeContinue();
        server.emit('request', request, response);
      }
    } else if (server.listenerCount('checkExpectation') > 0) {
      server.emit('checkExpectation', request, response);
    } else {
      response.writeHead(417);
      response.end();
    }
    return true;
  }

  // ---- What goes out ----

  onFinish(request, response) {
    const { server, socket } = this;
    ArrayPrototypeShift(this.incoming);
    noteFinish(request, response);
    if (!request._consuming) request._dump();
    response.detachSocket(socket);
    this.forget(request);
    process.nextTick(emitClose, response);
    if (response._last) {
      if (typeof socket.destroySoon === 'function') socket.destroySoon();
      else socket.end();
    } else if (this.outgoing.length === 0) {
      if (server.keepAliveTimeout && typeof socket.setTimeout === 'function') {
        socket.setTimeout(0);
        socket.setTimeout(server.keepAliveTimeout);
        this.keepAliveTimeoutSet = true;
      }
    } else {
      ArrayPrototypeShift(this.outgoing).assignSocket(socket);
    }
  }

  forget(request) {
    const { parser } = this;
    if (parser.incoming !== request) return;
    if (request.readableEnded) parser.incoming = null;
    else request.on('end', () => this.forget(request));
  }

  // A client that asks on without taking the answers is not heard meanwhile.
  pauseIfFull() {
    const { socket } = this;
    if (socket._paused) return;
    if (socket._writableState.needDrain || this.outgoingData >= socket.writableHighWaterMark) {
      socket._paused = true;
      socket.pause();
    }
  }

  onDrain() {
    const { socket } = this;
    if (socket._paused && this.outgoingData <= socket.writableHighWaterMark) {
      socket._paused = false;
      readStart(socket);
    }
    const message = socket._httpMessage;
    if (message && !message.finished && message[kNeedDrain]) {
      message[kNeedDrain] = false;
      message.emit('drain');
    }
  }

  // ---- How it ends ----

  onTimeout() {
    const { server, socket } = this;
    const { incoming } = this.parser;
    const byRequest = incoming && !incoming.complete && incoming.emit('timeout', socket);
    const byResponse = socket._httpMessage?.emit('timeout', socket);
    const byServer = server.emit('timeout', socket);
    if (!byRequest && !byResponse && !byServer) socket.destroy();
  }

  onEnd() {
    const { server, socket } = this;
    const outcome = this.parser.finish();
    if (typeof outcome !== 'number') {
      this.fail(outcome);
      return;
    }
    if (!server.httpAllowHalfOpen) {
      socket.end();
    } else if (this.outgoing.length > 0) {
      this.outgoing[this.outgoing.length - 1]._last = true;
    } else if (socket._httpMessage) {
      socket._httpMessage._last = true;
    } else {
      socket.end();
    }
  }

  onClose() {
    this.server[kConnections].delete(this);
    // Else it is left to the next look to find that nobody is there.
    if (this.server[kConnections].size === 0 && endsWhenIdle()) stopWatchingAtOnce(this.server);
    this.parser.free();
    const { ConnResetException } = require('internal/system_errors');
    while (this.incoming.length > 0) {
      const request = ArrayPrototypeShift(this.incoming);
      const error = new ConnResetException('aborted');
      noteFail(request, error);
      request.destroy(error);
    }
  }

  fail(error) {
    const { server, socket } = this;
    socket.removeListener('error', this.onSocketError);
    if (socket.listenerCount('error') === 0) socket.on('error', ignore);
    if (server.emit('clientError', error, socket)) return;
    if (socket.writable && (!socket._httpMessage || !socket._httpMessage._headerSent)) {
      socket.write(kAnswers[error.code] ?? kBadRequest);
    }
    socket.destroy(error);
  }
}

module.exports = { Connection };
