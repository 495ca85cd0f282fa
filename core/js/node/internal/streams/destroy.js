'use strict';

// Ending a stream before its time: Node's own through core/stream, others by whatever they have.

const binding = internalBinding('stream');
const { AbortError } = require('internal/errors');
const { hide, kCore } = require('internal/streams/states');
const { isDestroyed, isFinished, isRequest, isServerRequest, kIsDestroyed } = require('internal/streams/status');

function destroy(error, callback) {
  if (this._readableState?.destroyed || this._writableState?.destroyed) {
    if (typeof callback === 'function') callback();
    return this;
  }
  binding.destroy(this[kCore], error, typeof callback === 'function' ? callback : undefined);
  return this;
}

function undestroy() {
  binding.undestroy(this[kCore]);
}

// An error that a stream meets by itself. `later`: it is told after a tick.
function errorOrDestroy(stream, error, later = false) {
  const core = stream[kCore];
  if (core !== undefined) binding.fail(core, error, later);
  else if (!isDestroyed(stream)) stream.destroy(error);
}

function emitErrorThenClose(stream, error) {
  stream.emit('error', error);
  process.nextTick(emitClose, stream);
}

function emitClose(stream) {
  stream.emit('close');
}

// Any stream. Without an error it is one to leave off before the end.
function destroyer(stream, error) {
  if (!stream || isDestroyed(stream)) return;
  if (!error && !isFinished(stream)) error = new AbortError();
  if (isServerRequest(stream)) {
    stream.socket = null;
    stream.destroy(error);
  } else if (isRequest(stream)) {
    stream.abort();
  } else if (isRequest(stream.req)) {
    stream.req.abort();
  } else if (typeof stream.destroy === 'function') {
    stream.destroy(error);
  } else if (typeof stream.close === 'function') {
    stream.close();
  } else if (error) {
    process.nextTick(emitErrorThenClose, stream, error);
  } else {
    process.nextTick(emitClose, stream);
  }
  if (!stream.destroyed) hide(stream, kIsDestroyed, true);
}

module.exports = { destroy, destroyer, errorOrDestroy, undestroy };
