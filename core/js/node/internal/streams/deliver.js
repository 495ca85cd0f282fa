'use strict';

// stream.emit('data', chunk), without the way through emit() where nobody could tell.

const { ReflectApply } = primordials;
const EventEmitter = require('events');
const { captureRejection } = require('internal/capture_rejection');

const { emit } = EventEmitter.prototype;

function deliver(stream, chunk) {
  if (stream.emit !== emit) {
    stream.emit('data', chunk);
    return;
  }
  const listener = stream._events?.data;
  if (typeof listener !== 'function') {
    if (listener !== undefined) stream.emit('data', chunk);
    return;
  }
  const result = ReflectApply(listener, stream, [chunk]);
  if (result !== undefined && result !== null) captureRejection(stream, result, 'data', [chunk]);
}

module.exports = deliver;
