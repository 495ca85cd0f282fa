'use strict';

// Web streams that stand for streams of Node's. Source: Node.js documentation "stream.Readable.toWeb()",
// "stream.Writable.toWeb()", "stream.Duplex.toWeb()".

const {
  Promise, PromisePrototypeThen, PromiseResolve, SafePromisePrototypeFinally, Uint8Array,
} = primordials;
const { Buffer } = require('buffer');
const { AbortError, codes } = require('internal/errors');
const { destroyer } = require('internal/streams/destroy');
const { finished } = require('internal/streams/end_of_stream');
const { isDestroyed, isReadable, isWritable, isWritableEnded } = require('internal/streams/status');
const { kCore } = require('internal/streams/states');
const { kReadable } = require('internal/webstreams/readable_machine');
const { ReadableStream } = require('internal/webstreams/readable_stream');
const { connectFromNode, connectToNode } = require('internal/webstreams/recorder');
const { Deferred } = require('internal/webstreams/shared');
const { ByteLengthQueuingStrategy, CountQueuingStrategy } = require('internal/webstreams/strategies');
const { kWritable } = require('internal/webstreams/writable_machine');
const { WritableStream } = require('internal/webstreams/writable_stream');

function nothing() {}

function asAbort(error) {
  return error?.code === 'ERR_STREAM_PREMATURE_CLOSE' ? new AbortError(undefined, { cause: error }) : error;
}

// As many microtasks as Node's take.
function afterwards(promise, then) {
  return SafePromisePrototypeFinally(new Promise((resolve, reject) => {
    PromisePrototypeThen(promise, resolve, reject);
  }), then);
}

// ---- Readable ----

function closedReadable() {
  const readable = new ReadableStream();
  readable.cancel();
  return readable;
}

function strategyFor(stream, given) {
  if (given) return given;
  const { readableObjectMode, readableHighWaterMark: highWaterMark } = stream;
  return readableObjectMode ? new CountQueuingStrategy({ highWaterMark }) :
    new ByteLengthQueuingStrategy({ highWaterMark });
}

function readableToWeb(stream, options) {
  if (typeof stream?._readableState !== 'object')
    throw new codes.ERR_INVALID_ARG_TYPE('streamReadable', 'stream.Readable', stream);
  if (isDestroyed(stream) || !isReadable(stream)) return closedReadable();
  const strategy = strategyFor(stream, options?.strategy);
  const isObjects = stream.readableObjectMode;
  let controller;
  let wasCancelled = false;
  stream.pause();
  const cleanup = finished(stream, (error) => {
    cleanup();
    stream.on('error', nothing);
    if (error) controller.error(asAbort(error));
    else if (!wasCancelled) controller.close();
  });
  stream.on('data', (chunk) => {
    controller.enqueue(Buffer.isBuffer(chunk) && !isObjects ? new Uint8Array(chunk) : chunk);
    if (controller.desiredSize <= 0) stream.pause();
  });
  const readable = new ReadableStream({
    start(given) { controller = given; },
    pull() { stream.resume(); },
    cancel(reason) {
      wasCancelled = true;
      destroyer(stream, reason);
    },
  }, strategy);
  connectFromNode(stream[kCore], readable[kReadable].recorder);
  return readable;
}

// ---- Writable ----

function closedWritable() {
  const writable = new WritableStream();
  writable.close();
  return writable;
}

// The sink that writes to a stream of Node's, and is told how that ends.
class NodeSink {
  #stream;
  #controller;
  #drained = undefined;
  #closed = undefined;

  constructor(stream) {
    this.#stream = stream;
    const cleanup = finished(stream, (error) => {
      cleanup();
      stream.on('error', nothing);
      this.#over(asAbort(error));
    });
    stream.on('drain', () => this.#drained?.resolve());
  }

  #over(error) {
    const closed = this.#closed;
    if (error !== undefined && error !== null) {
      this.#drained?.reject(error);
      this.#closed = undefined;
      closed?.reject(error);
      this.#controller.error(error);
      this.#controller = undefined;
    } else if (closed !== undefined) {
      this.#closed = undefined;
      closed.resolve();
    } else {
      this.#controller.error(new AbortError());
      this.#controller = undefined;
    }
  }

  start(controller) {
    this.#controller = controller;
  }

  write(chunk) {
    const stream = this.#stream;
    if (!stream.writableNeedDrain && stream.write(chunk)) return undefined;
    this.#drained = new Deferred();
    return afterwards(this.#drained.promise, () => { this.#drained = undefined; });
  }

  abort(reason) {
    destroyer(this.#stream, reason);
  }

  close() {
    if (this.#closed === undefined && !isWritableEnded(this.#stream)) {
      const closed = this.#closed = new Deferred();
      this.#stream.end();
      return closed.promise;
    }
    this.#controller = undefined;
    return PromiseResolve();
  }
}

function writableToWeb(stream) {
  if (typeof stream?.write !== 'function' || typeof stream?.on !== 'function')
    throw new codes.ERR_INVALID_ARG_TYPE('streamWritable', 'stream.Writable', stream);
  if (isDestroyed(stream) || !isWritable(stream)) return closedWritable();
  const highWaterMark = stream.writableHighWaterMark;
  const strategy = stream.writableObjectMode ? new CountQueuingStrategy({ highWaterMark }) : { highWaterMark };
  const writable = new WritableStream(new NodeSink(stream), strategy);
  connectToNode(writable[kWritable].recorder, stream[kCore]);
  return writable;
}

// ---- Duplex ----

function pairFromDuplex(duplex) {
  if (typeof duplex?._writableState !== 'object' || typeof duplex?._readableState !== 'object')
    throw new codes.ERR_INVALID_ARG_TYPE('duplex', 'stream.Duplex', duplex);
  if (isDestroyed(duplex)) {
    const writable = new WritableStream();
    const readable = new ReadableStream();
    writable.close();
    readable.cancel();
    return { readable, writable };
  }
  const writable = isWritable(duplex) ? writableToWeb(duplex) : closedWritable();
  const readable = isReadable(duplex) ? readableToWeb(duplex) : closedReadable();
  return { writable, readable };
}

module.exports = { pairFromDuplex, readableToWeb, writableToWeb };
