'use strict';

// Duplex.from(). Source: Node.js documentation "stream.Duplex.from(src)".

const { FunctionPrototypeCall, Promise } = primordials;
const { AbortError, codes } = require('internal/errors');
const Bridge = require('internal/streams/bridge');
const { destroyer } = require('internal/streams/destroy');
const Duplex = require('internal/streams/duplex');
const { finished } = require('internal/streams/end_of_stream');
const from = require('internal/streams/from');
const Readable = require('internal/streams/readable');
const status = require('internal/streams/status');
const Writable = require('internal/streams/writable');

class Duplexify extends Duplex {}

function fromPair({ readable: source, writable }) {
  const readable = source && typeof source.read !== 'function' ? Readable.wrap(source) : source;
  const reads = Boolean(status.isReadable(readable));
  const writes = Boolean(status.isWritable(writable));
  const duplex = new Duplexify({
    readableObjectMode: Boolean(readable?.readableObjectMode),
    writableObjectMode: Boolean(writable?.writableObjectMode),
    readable: reads,
    writable: writes,
  });
  const bridge = new Bridge(duplex);
  const whenFinished = (error) => {
    if (error) destroyer(readable, error);
    bridge.finish(error);
  };
  if (writes) {
    finished(writable, whenFinished);
    bridge.writeTo(writable);
    writable.on('finish', () => bridge.tell('ended'));
  }
  if (reads) {
    finished(readable, whenFinished);
    bridge.readFrom(readable);
  }
  bridge.destroyBy((error) => {
    destroyer(writable, error);
    destroyer(readable, error);
  }, false);
  return duplex;
}

function deferred() {
  const result = {};
  result.promise = new Promise((resolve) => { result.resolve = resolve; });
  return result;
}

// What is written, as an async iterable for a function to consume.
class Written {
  constructor() {
    this.next = deferred();
    this.controller = new AbortController();
  }

  async* chunks() {
    const { signal } = this.controller;
    for (;;) {
      const { promise } = this.next;
      const { chunk, isLast, callback } = await promise;
      process.nextTick(callback);
      if (isLast) return;
      if (signal.aborted) throw new AbortError(undefined, { cause: signal.reason });
      this.next = deferred();
      yield chunk;
    }
  }

  methods() {
    return {
      write: (chunk, encoding, callback) => this.next.resolve({ chunk, isLast: false, callback }),
      final: (callback) => this.next.resolve({ isLast: true, callback }),
      destroy: (error, callback) => {
        this.controller.abort();
        callback(error);
      },
    };
  }
}

function fromFunction(body, name) {
  const written = new Written();
  const value = body(written.chunks(), { signal: written.controller.signal });
  const methods = written.methods();
  if (status.isDuplexNodeStream(value)) return value;
  if (status.isIterable(value)) return from(Duplexify, value, { objectMode: true, ...methods });
  const then = value?.then;
  if (typeof then === 'function') return fromConsumer(value, then, methods);
  throw new codes.ERR_INVALID_RETURN_VALUE('Iterable, AsyncIterable or AsyncFunction', name, value);
}

// An async function that only reads: the stream has finished when it has.
function fromConsumer(value, then, methods) {
  let duplex;
  const whenDone = FunctionPrototypeCall(then, value, (result) => {
    if (result !== undefined && result !== null) {
      throw new codes.ERR_INVALID_RETURN_VALUE('nully', 'body', result);
    }
  }, (error) => destroyer(duplex, error));
  duplex = new Duplexify({
    objectMode: true,
    readable: false,
    ...methods,
    final(callback) {
      methods.final(async () => {
        try {
          await whenDone;
          process.nextTick(callback, null);
        } catch (error) {
          process.nextTick(callback, error);
        }
      });
    },
  });
  return duplex;
}

function fromPromise(body, then) {
  let duplex;
  FunctionPrototypeCall(then, body, (value) => {
    if (value !== undefined && value !== null) duplex.push(value);
    duplex.push(null);
  }, (error) => destroyer(duplex, error));
  duplex = new Duplexify({ objectMode: true, writable: false, read() {} });
  return duplex;
}

function asSide(value, isThat) {
  if (!value) return undefined;
  return isThat(value) ? value : duplexify(value);
}

// `name`: what errors call it.
function duplexify(body, name) {
  if (status.isDuplexNodeStream(body)) return body;
  if (status.isReadableNodeStream(body)) return fromPair({ readable: body });
  if (status.isWritableNodeStream(body)) return fromPair({ writable: body });
  if (status.isNodeStream(body)) return fromPair({ writable: false, readable: false });
  if (status.isReadableStream(body)) return fromPair({ readable: Readable.fromWeb(body) });
  if (status.isWritableStream(body)) return fromPair({ writable: Writable.fromWeb(body) });
  if (typeof body === 'function') return fromFunction(body, name);
  if (require('internal/blob').isBlob(body)) return duplexify(body.arrayBuffer());
  if (status.isIterable(body)) return from(Duplexify, body, { objectMode: true, writable: false });
  if (status.isReadableStream(body?.readable) && status.isWritableStream(body?.writable)) return Duplexify.fromWeb(body);
  if (typeof body?.writable === 'object' || typeof body?.readable === 'object') {
    return fromPair({
      readable: asSide(body.readable, status.isReadableNodeStream),
      writable: asSide(body.writable, status.isWritableNodeStream),
    });
  }
  const then = body?.then;
  if (typeof then === 'function') return fromPromise(body, then);
  throw new codes.ERR_INVALID_ARG_TYPE(
    name,
    ['Blob', 'ReadableStream', 'WritableStream', 'Stream', 'Iterable', 'AsyncIterable', 'Function',
     '{ readable, writable } pair', 'Promise'],
    body);
}

module.exports = duplexify;
