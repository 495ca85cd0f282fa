'use strict';

// Stream, the base of all: an EventEmitter with the pipe() of Node's first streams.

const { ArrayIsArray, FunctionPrototypeCall, ObjectSetPrototypeOf, ReflectOwnKeys } = primordials;
const EventEmitter = require('events');

function Stream(options) {
  FunctionPrototypeCall(EventEmitter, this, options);
}
ObjectSetPrototypeOf(Stream.prototype, EventEmitter.prototype);
ObjectSetPrototypeOf(Stream, EventEmitter);

Stream.prototype.pipe = function(destination, options) {
  const source = this;
  let ended = false;

  function ondata(chunk) {
    if (destination.writable && destination.write(chunk) === false && source.pause) source.pause();
  }
  function ondrain() {
    if (source.readable && source.resume) source.resume();
  }
  function onend() {
    if (ended) return;
    ended = true;
    destination.end();
  }
  function onclose() {
    if (ended) return;
    ended = true;
    if (typeof destination.destroy === 'function') destination.destroy();
  }
  // Nobody else listens: it is thrown.
  function onerror(error) {
    cleanup();
    if (EventEmitter.listenerCount(this, 'error') === 0) this.emit('error', error);
  }
  function cleanup() {
    source.removeListener('data', ondata);
    destination.removeListener('drain', ondrain);
    source.removeListener('end', onend);
    source.removeListener('close', onclose);
    source.removeListener('error', onerror);
    destination.removeListener('error', onerror);
    source.removeListener('end', cleanup);
    source.removeListener('close', cleanup);
    destination.removeListener('close', cleanup);
  }

  source.on('data', ondata);
  destination.on('drain', ondrain);
  // stdout and stderr are never ended.
  if (!destination._isStdio && (!options || options.end !== false)) {
    source.on('end', onend);
    source.on('close', onclose);
  }
  prependListener(source, 'error', onerror);
  prependListener(destination, 'error', onerror);
  source.on('end', cleanup);
  source.on('close', cleanup);
  destination.on('close', cleanup);
  destination.emit('pipe', source);
  return destination;
};

Stream.prototype.eventNames = function eventNames() {
  const names = [];
  const keys = this._events === undefined ? [] : ReflectOwnKeys(this._events);
  for (let i = 0; i < keys.length; i++) {
    // Streams have an entry for what is listened to most, before anybody does.
    if (typeof this._events[keys[i]] === 'function' ||
        (ArrayIsArray(this._events[keys[i]]) && this._events[keys[i]].length > 0)) {
      names[names.length] = keys[i];
    }
  }
  return names;
};

// Before those that are there, also on emitters that are no EventEmitter of ours.
function prependListener(emitter, event, listener) {
  if (typeof emitter.prependListener === 'function') return emitter.prependListener(event, listener);
  const before = emitter._events?.[event];
  if (!before) emitter.on(event, listener);
  else if (ArrayIsArray(before)) emitter._events[event] = [listener, ...before];
  else emitter._events[event] = [listener, before];
}

module.exports = { Stream, prependListener };
