'use strict';

// What becomes of requests, for the trace. The messages of both ends know their request's number, where
// programs do not see it.

const { Symbol } = primordials;
const binding = internalBinding('requests');

class Returned {
  constructor(object) {
    return object;
  }
}

// A private field of objects of other classes.
class Known extends Returned {
  #number;

  static set(message, number) {
    if (#number in message) message.#number = number;
    else new Known(message).#number = number;
  }

  static of(message) {
    return #number in message ? message.#number : 0;
  }
}

// Set on a socket that is connecting: called when it is connected, before anybody is told.
const kOnConnected = Symbol('kOnConnected');

// ---- The client ----

// Its head is written.
function noteSend(request) {
  Known.set(request, binding.send(`${request.method} ${request.path}`));
  if (request.socket) putOn(request, request.socket);
}

// It goes over this connection.
function putOn(request, socket) {
  const number = Known.of(request);
  if (number === 0) return;
  if (socket.connecting) socket[kOnConnected] = () => socket._handle?.putRequest?.(number);
  else socket._handle?.putRequest?.(number);
}

function noteReceive(request, response) {
  binding.receive(Known.of(request), response.statusCode);
  Known.set(request, 0);
}

// Once; not after the response.
function noteFail(message, error) {
  binding.fail(Known.of(message), `${error?.code ?? error?.message}`);
  Known.set(message, 0);
}

// ---- The server ----

function noteHandle(server, request, response) {
  const handle = request.socket._handle;
  const text = `${request.method} ${request.url}`;
  const listeners = server._events?.request;
  const number = handle?.handleRequest?.(text, listeners) ?? binding.handle(0, text, listeners);
  Known.set(request, number);
  Known.set(response, number);
}

function noteHead(response) {
  binding.head(Known.of(response), response.statusCode);
}

// Its connection may close later: the request has not failed by that.
function noteFinish(request, response) {
  binding.finish(Known.of(response), 0);
  Known.set(request, 0);
}

module.exports = { kOnConnected, noteFail, noteFinish, noteHandle, noteHead, noteReceive, noteSend, putOn };
