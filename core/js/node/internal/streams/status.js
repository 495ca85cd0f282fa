'use strict';

// What can be said of any object that might be a stream: Node's own, an older one's, a web stream.

const { SymbolAsyncIterator, SymbolFor, SymbolIterator } = primordials;

const kIsDestroyed = SymbolFor('nodejs.stream.destroyed');
const kIsErrored = SymbolFor('nodejs.stream.errored');
const kIsReadable = SymbolFor('nodejs.stream.readable');
const kIsWritable = SymbolFor('nodejs.stream.writable');
const kIsDisturbed = SymbolFor('nodejs.stream.disturbed');
// Of a web stream: settled when it is over; its controller's error().
const kIsClosedPromise = SymbolFor('nodejs.webstream.isClosedPromise');
const kControllerErrorFunction = SymbolFor('nodejs.webstream.controllerErrorFunction');

const isFunction = (value) => typeof value === 'function';

// What it is.

function isNodeStream(value) {
  return Boolean(value && (value._readableState || value._writableState ||
    (isFunction(value.write) && isFunction(value.on)) || (isFunction(value.pipe) && isFunction(value.on))));
}

function isReadableNodeStream(value, strict = false) {
  if (!value || !isFunction(value.pipe) || !isFunction(value.on)) return false;
  if (strict && !(isFunction(value.pause) && isFunction(value.resume))) return false;
  if (!value._writableState) return true;
  return Boolean(value._readableState) && value._readableState.readable !== false;
}

function isWritableNodeStream(value) {
  if (!value || !isFunction(value.write) || !isFunction(value.on)) return false;
  return !value._readableState || (value._writableState !== undefined && value._writableState !== null &&
    value._writableState.writable !== false);
}

function isDuplexNodeStream(value) {
  return Boolean(value && isFunction(value.pipe) && value._readableState && isFunction(value.on) &&
    isFunction(value.write));
}

function isReadableStream(value) {
  return Boolean(value && !isNodeStream(value) && isFunction(value.pipeThrough) && isFunction(value.getReader) &&
    isFunction(value.cancel));
}

function isWritableStream(value) {
  return Boolean(value && !isNodeStream(value) && isFunction(value.getWriter) && isFunction(value.abort));
}

function isTransformStream(value) {
  return Boolean(value && !isNodeStream(value) && typeof value.readable === 'object' &&
    typeof value.writable === 'object');
}

function isWebStream(value) {
  return isReadableStream(value) || isWritableStream(value) || isTransformStream(value);
}

// `isAsync`: true or false for one kind only.
function isIterable(value, isAsync) {
  if (value === null || value === undefined) return false;
  if (isAsync === true) return isFunction(value[SymbolAsyncIterator]);
  if (isAsync === false) return isFunction(value[SymbolIterator]);
  return isFunction(value[SymbolAsyncIterator]) || isFunction(value[SymbolIterator]);
}

// How far it is. null: it does not say.

function isDestroyed(stream) {
  if (!isNodeStream(stream)) return null;
  const state = stream._writableState || stream._readableState;
  return Boolean(stream.destroyed || stream[kIsDestroyed] || state?.destroyed);
}

function isWritableEnded(stream) {
  if (!isWritableNodeStream(stream)) return null;
  if (stream.writableEnded === true) return true;
  const state = stream._writableState;
  if (state?.errored) return false;
  return typeof state?.ended === 'boolean' ? state.ended : null;
}

// Unless `strict`: also when nothing is left but to say so.
function isWritableFinished(stream, strict) {
  if (!isWritableNodeStream(stream)) return null;
  if (stream.writableFinished === true) return true;
  const state = stream._writableState;
  if (state?.errored) return false;
  if (typeof state?.finished !== 'boolean') return null;
  return state.finished || (strict === false && state.ended === true && state.length === 0);
}

function isReadableFinished(stream, strict) {
  if (!isReadableNodeStream(stream)) return null;
  const state = stream._readableState;
  if (state?.errored) return false;
  if (typeof state?.endEmitted !== 'boolean') return null;
  return state.endEmitted || (strict === false && state.ended === true && state.length === 0);
}

function isReadable(stream) {
  if (stream && stream[kIsReadable] !== undefined && stream[kIsReadable] !== null) return stream[kIsReadable];
  if (typeof stream?.readable !== 'boolean') return null;
  if (isDestroyed(stream)) return false;
  return isReadableNodeStream(stream) && stream.readable && !isReadableFinished(stream);
}

function isWritable(stream) {
  if (stream && stream[kIsWritable] !== undefined && stream[kIsWritable] !== null) return stream[kIsWritable];
  if (typeof stream?.writable !== 'boolean') return null;
  if (isDestroyed(stream)) return false;
  return isWritableNodeStream(stream) && stream.writable && !isWritableEnded(stream);
}

function isFinished(stream) {
  if (!isNodeStream(stream)) return null;
  return Boolean(isDestroyed(stream)) || !(isReadable(stream) || isWritable(stream));
}

function writableError(stream) {
  if (!isNodeStream(stream)) return null;
  return stream.writableErrored ? stream.writableErrored : stream._writableState?.errored ?? null;
}

function readableError(stream) {
  if (!isNodeStream(stream)) return null;
  return stream.readableErrored ? stream.readableErrored : stream._readableState?.errored ?? null;
}

function isClosed(stream) {
  if (!isNodeStream(stream)) return null;
  if (typeof stream.closed === 'boolean') return stream.closed;
  const writable = stream._writableState?.closed;
  const readable = stream._readableState?.closed;
  if (typeof writable === 'boolean' || typeof readable === 'boolean') return writable || readable;
  if (typeof stream._closed === 'boolean' && isOutgoingMessage(stream)) return stream._closed;
  return null;
}

function willEmitClose(stream) {
  if (!isNodeStream(stream)) return null;
  const state = stream._writableState || stream._readableState;
  if (!state) return isServerResponse(stream);
  return Boolean(state.autoDestroy && state.emitClose && state.closed === false);
}

function isDisturbed(stream) {
  return Boolean(stream && (stream[kIsDisturbed] ?? (stream.readableDidRead || stream.readableAborted)));
}

function isErrored(stream) {
  return Boolean(stream && (stream[kIsErrored] ?? stream.readableErrored ?? stream.writableErrored ??
    stream._readableState?.errorEmitted ?? stream._writableState?.errorEmitted ??
    stream._readableState?.errored ?? stream._writableState?.errored));
}

// HTTP's, which came before the rules did.

function isOutgoingMessage(stream) {
  return typeof stream._closed === 'boolean' && typeof stream._defaultKeepAlive === 'boolean' &&
    typeof stream._removedConnection === 'boolean' && typeof stream._removedContLen === 'boolean';
}

function isServerResponse(stream) {
  return typeof stream._sent100 === 'boolean' && isOutgoingMessage(stream);
}

function isRequest(stream) {
  return Boolean(stream?.setHeader) && isFunction(stream.abort);
}

function isServerRequest(stream) {
  return typeof stream._consuming === 'boolean' && typeof stream._dumped === 'boolean' &&
    stream.req?.upgradeOrConnect === undefined;
}

module.exports = {
  isClosed, isDestroyed, isDisturbed, isDuplexNodeStream, isErrored, isFinished, isIterable, isNodeStream,
  isReadable, isReadableFinished, isReadableNodeStream, isReadableStream, isRequest, isServerRequest,
  isTransformStream, isWebStream, isWritable, isWritableEnded, isWritableFinished, isWritableNodeStream,
  isWritableStream, kControllerErrorFunction, kIsClosedPromise, kIsDestroyed, kIsDisturbed, kIsErrored, kIsReadable, kIsWritable, readableError,
  willEmitClose, writableError,
};
