'use strict';

// Streams of Node's that stand for web streams. Source: Node.js documentation "stream.Readable.fromWeb()",
// "stream.Writable.fromWeb()", "stream.Duplex.fromWeb()".

const { ArrayIsArray, ArrayPrototypeFilter, PromisePrototypeThen, TypeError, Uint8Array } = primordials;
const { Buffer } = require('buffer');
const { codes } = require('internal/errors');
const { TextEncoder } = require('internal/encoding');
const { destroyer } = require('internal/streams/destroy');
const Duplex = require('internal/streams/duplex');
const Readable = require('internal/streams/readable');
const { kCore } = require('internal/streams/states');
const { isWritableEnded } = require('internal/streams/status');
const Writable = require('internal/streams/writable');
const { kEmptyObject, normalizeEncoding } = require('internal/util');
const { validateBoolean, validateObject } = require('internal/validators');
const { kReadable } = require('internal/webstreams/readable_machine');
const { isReadableStream } = require('internal/webstreams/readable_stream');
const { connectFromNode, connectToNode } = require('internal/webstreams/recorder');
const { whenAll } = require('internal/webstreams/shared');
const { kWritable } = require('internal/webstreams/writable_machine');
const { isWritableStream } = require('internal/webstreams/writable_stream');

let encoder;

function asBytes(text, encoding) {
  if (normalizeEncoding(encoding) === 'utf8') {
    encoder ??= new TextEncoder();
    return encoder.encode(text);
  }
  const { buffer, byteOffset, byteLength } = Buffer.from(text, encoding);
  return new Uint8Array(buffer, byteOffset, byteLength);
}

const failed = (error) => error;

// Calls back; what the callback throws is the stream's error, after a tick if `later`.
function asCallback(stream, callback, later) {
  return (error) => {
    try {
      callback(error);
    } catch (thrown) {
      if (later) process.nextTick(() => destroyer(stream(), thrown));
      else destroyer(stream(), thrown);
    }
  };
}

function asLastCallback(callback, error) {
  return () => {
    try {
      callback(error);
    } catch (thrown) {
      process.nextTick(() => { throw thrown; });
    }
  };
}

// The methods of a stream that writes to a writer. `side`: { writer, isClosed, decodes, stream() }
function writeMethods(side) {
  const { writer } = side;
  return {
    writev(chunks, callback) {
      const tell = asCallback(side.stream, callback, true);
      // Of no use for the one error it gets: in Node that is an unhandled rejection, and here.
      const done = (errors) => {
        if (!ArrayIsArray(errors)) throw new TypeError('error.filter is not a function');
        const real = ArrayPrototypeFilter(errors, failed);
        tell(real.length === 0 ? undefined : real);
      };
      const writeAll = () => PromisePrototypeThen(whenAll(chunks, ({ chunk }) => writer.write(chunk)), done, done);
      PromisePrototypeThen(writer.ready, writeAll, done);
    },
    write(chunk, encoding, callback) {
      if (typeof chunk === 'string' && side.decodes) chunk = asBytes(chunk, encoding);
      const done = asCallback(side.stream, callback, false);
      PromisePrototypeThen(writer.ready, () => PromisePrototypeThen(writer.write(chunk), done, done), done);
    },
    final(callback) {
      const done = asCallback(side.stream, callback, true);
      if (!side.isClosed) PromisePrototypeThen(writer.close(), done, done);
    },
  };
}

function readMethod(reader, stream) {
  return function read() {
    PromisePrototypeThen(reader.read(), ({ done, value }) => {
      stream().push(done ? null : value);
    }, (error) => destroyer(stream(), error));
  };
}

function checkEncoding(encoding) {
  if (encoding !== undefined && !Buffer.isEncoding(encoding))
    throw new codes.ERR_INVALID_ARG_VALUE(encoding, 'options.encoding');
}

function destroyIfNotEnded(stream) {
  if (!isWritableEnded(stream)) destroyer(stream, new codes.ERR_STREAM_PREMATURE_CLOSE());
}

function webToReadable(source, options = kEmptyObject) {
  if (!isReadableStream(source)) throw new codes.ERR_INVALID_ARG_TYPE('readableStream', 'ReadableStream', source);
  validateObject(options, 'options');
  const { highWaterMark, encoding, objectMode = false, signal } = options;
  checkEncoding(encoding);
  validateBoolean(objectMode, 'options.objectMode');
  const reader = source.getReader();
  let isClosed = false;
  const readable = new Readable({
    objectMode,
    highWaterMark,
    encoding,
    signal,
    read: readMethod(reader, () => readable),
    destroy(error, callback) {
      const done = asLastCallback(callback, error);
      if (isClosed) done();
      else PromisePrototypeThen(reader.cancel(error), done, done);
    },
  });
  connectToNode(source[kReadable].recorder, readable[kCore]);
  PromisePrototypeThen(reader.closed, () => {
    isClosed = true;
  }, (error) => {
    isClosed = true;
    destroyer(readable, error);
  });
  return readable;
}

function webToWritable(sink, options = kEmptyObject) {
  if (!isWritableStream(sink)) throw new codes.ERR_INVALID_ARG_TYPE('writableStream', 'WritableStream', sink);
  validateObject(options, 'options');
  const { highWaterMark, decodeStrings = true, objectMode = false, signal } = options;
  validateBoolean(objectMode, 'options.objectMode');
  validateBoolean(decodeStrings, 'options.decodeStrings');
  const writer = sink.getWriter();
  const side = { writer, isClosed: false, decodes: decodeStrings && !objectMode, stream: () => writable };
  const writable = new Writable({
    highWaterMark,
    objectMode,
    decodeStrings,
    signal,
    ...writeMethods(side),
    destroy(error, callback) {
      const done = asLastCallback(callback, error);
      if (side.isClosed) done();
      else if (error !== null && error !== undefined) PromisePrototypeThen(writer.abort(error), done, done);
      else PromisePrototypeThen(writer.close(), done, done);
    },
  });
  connectFromNode(writable[kCore], sink[kWritable].recorder);
  PromisePrototypeThen(writer.closed, () => {
    side.isClosed = true;
    destroyIfNotEnded(writable);
  }, (error) => {
    side.isClosed = true;
    destroyer(writable, error);
  });
  return writable;
}

function checkPair({ readable, writable }) {
  if (!isReadableStream(readable)) throw new codes.ERR_INVALID_ARG_TYPE('pair.readable', 'ReadableStream', readable);
  if (!isWritableStream(writable)) throw new codes.ERR_INVALID_ARG_TYPE('pair.writable', 'WritableStream', writable);
}

// Both sides of a Duplex, and what becomes of them.
class WebPair {
  isReadClosed = false;

  constructor(reader, writer, decodes, stream) {
    this.reader = reader;
    this.side = { writer, isClosed: false, decodes, stream };
  }

  async #abortWriter(error) {
    if (!this.side.isClosed) await this.side.writer.abort(error);
  }

  async #cancelReader(error) {
    if (!this.isReadClosed) await this.reader.cancel(error);
  }

  destroy(error, callback) {
    const done = asLastCallback(callback, error);
    if (this.side.isClosed && this.isReadClosed) {
      done();
      return;
    }
    const parts = [this.#abortWriter(error), this.#cancelReader(error)];
    PromisePrototypeThen(whenAll(parts, (part) => part), done, done);
  }

  watch(duplex) {
    const fail = (error) => {
      this.side.isClosed = this.isReadClosed = true;
      destroyer(duplex, error);
    };
    PromisePrototypeThen(this.side.writer.closed, () => {
      this.side.isClosed = true;
      destroyIfNotEnded(duplex);
    }, fail);
    PromisePrototypeThen(this.reader.closed, () => { this.isReadClosed = true; }, fail);
  }
}

function webToDuplex(pair = kEmptyObject, options = kEmptyObject) {
  validateObject(pair, 'pair');
  const { readable, writable } = pair;
  checkPair({ readable, writable });
  validateObject(options, 'options');
  const { allowHalfOpen = false, objectMode = false, encoding, decodeStrings = true, highWaterMark, signal } = options;
  validateBoolean(objectMode, 'options.objectMode');
  checkEncoding(encoding);
  const writer = writable.getWriter();
  const reader = readable.getReader();
  const both = new WebPair(reader, writer, decodeStrings && !objectMode, () => duplex);
  const duplex = new Duplex({
    allowHalfOpen,
    highWaterMark,
    objectMode,
    encoding,
    decodeStrings,
    signal,
    ...writeMethods(both.side),
    read: readMethod(reader, () => duplex),
    destroy: (error, callback) => both.destroy(error, callback),
  });
  connectFromNode(duplex[kCore], writable[kWritable].recorder);
  connectToNode(readable[kReadable].recorder, duplex[kCore]);
  both.watch(duplex);
  return duplex;
}

module.exports = { webToDuplex, webToReadable, webToWritable };
