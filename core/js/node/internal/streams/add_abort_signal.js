'use strict';

// stream.addAbortSignal(): the signal's abort destroys the stream.

const { AbortError, codes: { ERR_INVALID_ARG_TYPE } } = require('internal/errors');
const { validateAbortSignal } = require('internal/validators');
const { isNodeStream, isWebStream, kControllerErrorFunction } = require('internal/streams/status');
const { SymbolDispose } = require('internal/util');

function attach(signal, stream) {
  const end = isNodeStream(stream) ? (error) => stream.destroy(error) : stream[kControllerErrorFunction];
  const abort = () => end(new AbortError(undefined, { cause: signal.reason }));
  if (signal.aborted) {
    abort();
    return stream;
  }
  const disposable = require('events').addAbortListener(signal, abort);
  require('internal/streams/end_of_stream').finished(stream, () => disposable[SymbolDispose]());
  return stream;
}

function addAbortSignal(signal, stream) {
  validateAbortSignal(signal, 'signal');
  if (!isNodeStream(stream) && !isWebStream(stream)) {
    throw new ERR_INVALID_ARG_TYPE('stream', ['ReadableStream', 'WritableStream', 'Stream'], stream);
  }
  return attach(signal, stream);
}

module.exports = { addAbortSignal };
