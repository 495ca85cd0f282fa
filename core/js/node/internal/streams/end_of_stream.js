'use strict';

// stream.finished(). Source: Node.js documentation "stream.finished(stream[, options], callback)".
// Works on any stream-like object, by its public events.

const { FunctionPrototypeCall, PromisePrototypeThen } = primordials;
const { AbortError, codes } = require('internal/errors');
const { validateAbortSignal, validateFunction, validateObject } =
  require('internal/validators');
const status = require('internal/streams/status');
const { SymbolDispose } = require('internal/util');

function noop() {}

// What is known of one stream while somebody waits for its end.
class Watch {
  constructor(stream, options, callback) {
    this.stream = stream;
    this.callback = callback;
    this.reads = options.readable ?? status.isReadableNodeStream(stream);
    this.writes = options.writable ?? status.isWritableNodeStream(stream);
    // Only of a stream of which both sides are waited for: else 'close' may be long after.
    this.willClose = status.willEmitClose(stream) &&
      status.isReadableNodeStream(stream) === this.reads && status.isWritableNodeStream(stream) === this.writes;
    this.written = status.isWritableFinished(stream, false);
    this.read = status.isReadableFinished(stream, false);
    this.closed = status.isClosed(stream);
    this.listeners = [];
  }

  // Once.
  tell(...args) {
    const { callback } = this;
    this.callback = noop;
    FunctionPrototypeCall(callback, this.stream, ...args);
  }

  on(event, listener, emitter = this.stream) {
    emitter.on(event, listener);
    this.listeners[this.listeners.length] = { emitter, event, listener };
  }

  release() {
    this.callback = noop;
    const { listeners } = this;
    this.listeners = [];
    for (let i = 0; i < listeners.length; i++) {
      listeners[i].emitter.removeListener(listeners[i].event, listeners[i].listener);
    }
  }

  finish() {
    this.written = true;
    // A destroyed stream may never say 'close'.
    if (this.stream.destroyed) this.willClose = false;
    if (this.willClose && (!this.stream.writable || this.reads)) return;
    if (!this.reads || this.read) this.tell();
  }

  end() {
    this.read = true;
    if (this.stream.destroyed) this.willClose = false;
    if (this.willClose && (!this.stream.readable || this.writes)) return;
    if (!this.writes || this.written) this.tell();
  }

  // 'close', or that it was.
  close(mayBePremature) {
    this.closed = true;
    const { stream } = this;
    const error = status.writableError(stream) || status.readableError(stream);
    if (error && typeof error !== 'boolean') return this.tell(error);
    if (mayBePremature && this.isPremature()) return this.tell(new codes.ERR_STREAM_PREMATURE_CLOSE());
    this.tell();
  }

  isPremature() {
    const { stream } = this;
    if (this.reads && !this.read && status.isReadableNodeStream(stream, true) &&
        !status.isReadableFinished(stream, false)) {
      return true;
    }
    return this.writes && !this.written && !status.isWritableFinished(stream, false);
  }

  listen(options) {
    const { stream } = this;
    const onfinish = () => this.finish();
    const onclose = () => this.close(true);
    if (status.isRequest(stream)) {
      this.on('complete', onfinish);
      if (!this.willClose) this.on('abort', onclose);
      if (stream.req) this.on('finish', onfinish, stream.req);
      else this.on('request', () => this.on('finish', onfinish, stream.req));
    } else if (this.writes && !stream._writableState) {
      const onlegacyfinish = () => {
        if (!stream.writable) this.finish();
      };
      this.on('end', onlegacyfinish);
      this.on('close', onlegacyfinish);
    }
    if (!this.willClose && typeof stream.aborted === 'boolean') this.on('aborted', onclose);
    this.on('end', () => this.end());
    this.on('finish', onfinish);
    if (options.error !== false) this.on('error', (error) => this.tell(error));
    this.on('close', onclose);
  }

  // What has happened already is told after a tick.
  tellIfOver() {
    if (this.closed) process.nextTick(() => this.close(true));
    else if (this.isOver()) process.nextTick(() => this.close(false));
  }

  isOver() {
    const { stream } = this;
    const errorEmitted = stream._writableState?.errorEmitted || stream._readableState?.errorEmitted;
    if (errorEmitted) return !this.willClose;
    if (!this.reads && (!this.willClose || status.isReadable(stream)) &&
        (this.written || status.isWritable(stream) === false) && !stream._writableState?.pendingcb) {
      return true;
    }
    if (!this.writes && (!this.willClose || status.isWritable(stream)) &&
        (this.read || status.isReadable(stream) === false)) {
      return true;
    }
    return Boolean(stream._readableState && stream.req && stream.aborted);
  }

  heed(signal) {
    const abort = () => {
      const { callback } = this;
      this.release();
      FunctionPrototypeCall(callback, this.stream, new AbortError(undefined, { cause: signal.reason }));
    };
    if (signal.aborted) {
      process.nextTick(abort);
      return;
    }
    const disposable = require('events').addAbortListener(signal, abort);
    const { callback } = this;
    this.callback = (...args) => {
      disposable[SymbolDispose]();
      FunctionPrototypeCall(callback, this.stream, ...args);
    };
  }
}

function watchWebStream(stream, { signal }, callback) {
  let isAborted = false;
  let stopListening = noop;
  const tell = (...args) => {
    if (isAborted) return;
    process.nextTick(() => {
      stopListening();
      FunctionPrototypeCall(callback, stream, ...args);
    });
  };
  if (signal) {
    const abort = () => {
      isAborted = true;
      FunctionPrototypeCall(callback, stream, new AbortError(undefined, { cause: signal.reason }));
    };
    if (signal.aborted) {
      process.nextTick(abort);
    } else {
      const disposable = require('events').addAbortListener(signal, abort);
      stopListening = () => disposable[SymbolDispose]();
    }
  }
  PromisePrototypeThen(stream[status.kIsClosedPromise].promise, tell, tell);
  return noop;
}

function finished(stream, options, callback) {
  if (arguments.length === 2) {
    callback = options;
    options = {};
  } else if (options === undefined || options === null) {
    options = {};
  } else {
    validateObject(options, 'options');
  }
  validateFunction(callback, 'callback');
  validateAbortSignal(options.signal, 'options.signal');
  if (status.isReadableStream(stream) || status.isWritableStream(stream))
    return watchWebStream(stream, options, callback);
  if (!status.isNodeStream(stream)) {
    throw new codes.ERR_INVALID_ARG_TYPE('stream', ['ReadableStream', 'WritableStream', 'Stream'], stream);
  }
  const watch = new Watch(stream, options, callback);
  watch.listen(options);
  watch.tellIfOver();
  if (options.signal && !watch.closed) watch.heed(options.signal);
  return () => watch.release();
}

module.exports = { finished };
