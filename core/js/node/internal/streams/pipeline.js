'use strict';

// stream.pipeline(). Source: Node.js documentation "stream.pipeline(source[, ...transforms],
// destination, callback)". Works on any stream-like object, by its public events.

const {
  ArrayIsArray,
  ArrayPrototypePop,
  ArrayPrototypePush,
  ArrayPrototypeShift,
  FunctionPrototypeCall,
  Promise,
  SymbolAsyncIterator,
} = primordials;
const { AbortError, aggregateTwoErrors, codes } = require('internal/errors');
const { validateAbortSignal, validateFunction } = require('internal/validators');
const { destroyer } = require('internal/streams/destroy');
const { finished } = require('internal/streams/end_of_stream');
const status = require('internal/streams/status');
const { SymbolDispose } = require('internal/util');

const binding = internalBinding('stream');

const isPremature = (error) => error?.code === 'ERR_STREAM_PREMATURE_CLOSE';

// A stream of the first kind is not listened to before somebody reads it.
async function* chunksOfLegacy(stream) {
  yield* FunctionPrototypeCall(require('internal/streams/readable').prototype[SymbolAsyncIterator], stream);
}

function asIterable(value) {
  if (status.isIterable(value)) return value;
  if (status.isReadableNodeStream(value)) return chunksOfLegacy(value);
  throw new codes.ERR_INVALID_ARG_TYPE('val', ['Readable', 'Iterable', 'AsyncIterable'], value);
}

function notReadable(value) {
  return new codes.ERR_INVALID_ARG_TYPE(
    'val', ['Readable', 'Iterable', 'AsyncIterable', 'ReadableStream', 'TransformStream'], value);
}

// What a web stream gives to the next.
function webOutput(value) {
  return status.isTransformStream(value) ? value.readable : value;
}

function readableFor(input) {
  const output = webOutput(input);
  if (status.isReadableNodeStream(output)) return asIterable(output);
  if (status.isIterable(output)) return output;
  throw notReadable(input);
}

// Writes what an iterable yields, as fast as the stream takes it.
async function pump(iterable, writable, done, ends) {
  let error;
  let wake = null;
  const resume = (failure) => {
    if (failure) error = failure;
    if (wake === null) return;
    const woken = wake;
    wake = null;
    woken();
  };
  const wait = () => new Promise((resolve, reject) => {
    const settle = () => {
      if (error) reject(error);
      else resolve();
    };
    if (error) settle();
    else wake = settle;
  });
  writable.on('drain', resume);
  const cleanup = finished(writable, { readable: false }, resume);
  try {
    if (writable.writableNeedDrain) await wait();
    for await (const chunk of iterable) {
      if (!writable.write(chunk)) await wait();
    }
    if (ends) {
      writable.end();
      await wait();
    }
    done();
  } catch (failure) {
    done(error !== failure ? aggregateTwoErrors(error, failure) : failure);
  } finally {
    cleanup();
    writable.off('drain', resume);
  }
}

// A pipeline being built and run: it is over when every part has said so, or at the first error.
class Pipeline {
  constructor(streams, callback, options) {
    this.streams = streams;
    this.callback = callback;
    this.ends = options?.end !== false;
    this.pending = 0;
    this.error = undefined;
    this.value = undefined;
    this.destroys = [];
    this.lastCleanups = [];
    this.controller = new AbortController();
    this.heed(options?.signal);
  }

  heed(signal) {
    validateAbortSignal(signal, 'options.signal');
    this.outerSignal = signal;
    this.abort = () => this.settle(new AbortError(undefined, signal?.reason === undefined ? undefined : { cause: signal.reason }));
    if (signal) this.listening = require('events').addAbortListener(signal, this.abort);
  }

  done = (error) => {
    this.settle(error, --this.pending === 0);
  };

  // Up to Node 20 an error counts as a part that is over: the callback may come before the others are.
  fail = (error) => {
    this.settle(error, binding.pipelineCountsErrors && --this.pending === 0);
  };

  settle(error, isLast) {
    if (error && (!this.error || isPremature(this.error))) this.error = error;
    if (!this.error && !isLast) return;
    while (this.destroys.length > 0) ArrayPrototypeShift(this.destroys)(this.error);
    this.listening?.[SymbolDispose]();
    this.controller.abort();
    if (!isLast) return;
    if (!this.error) for (let i = 0; i < this.lastCleanups.length; i++) this.lastCleanups[i]();
    process.nextTick(this.callback, this.error, this.value);
  }

  run() {
    let output;
    for (let i = 0; i < this.streams.length; i++) {
      const stream = this.streams[i];
      const reads = i < this.streams.length - 1;
      if (status.isNodeStream(stream) && (reads || this.ends)) this.guard(stream, reads, i > 0);
      if (i === 0) output = this.begin(stream);
      else if (typeof stream === 'function') output = this.call(stream, output, i, reads);
      else if (status.isNodeStream(stream) || status.isWebStream(stream)) output = this.connect(output, stream, reads);
      else output = this.asStream(stream);  // What cannot be written to begins anew.
    }
    if (this.controller.signal.aborted || this.outerSignal?.aborted) process.nextTick(this.abort);
    return output;
  }

  // Destroyed with the pipeline; its errors end the pipeline.
  guard(stream, reads, writes) {
    const { cleanup, destroy } = this.destroyLater(stream, reads, writes);
    ArrayPrototypePush(this.destroys, destroy);
    const onerror = (error) => {
      if (error && error.name !== 'AbortError' && !isPremature(error)) this.fail(error);
    };
    stream.on('error', onerror);
    // The last one goes on to be read by others.
    if (status.isReadable(stream) && !reads) {
      ArrayPrototypePush(this.lastCleanups, cleanup, () => stream.removeListener('error', onerror));
    }
  }

  destroyLater(stream, reads, writes) {
    let isOver = false;
    stream.on('close', () => { isOver = true; });
    const cleanup = finished(stream, { readable: reads, writable: writes }, (error) => { isOver = !error; });
    return {
      cleanup,
      destroy: (error) => {
        if (isOver) return;
        isOver = true;
        destroyer(stream, error || new codes.ERR_STREAM_DESTROYED('pipe'));
      },
    };
  }

  begin(source) {
    if (typeof source === 'function') {
      const output = source({ signal: this.controller.signal });
      if (status.isIterable(output)) return output;
      throw new codes.ERR_INVALID_RETURN_VALUE('Iterable, AsyncIterable or Stream', 'source', output);
    }
    if (status.isIterable(source) || status.isReadableNodeStream(source) || status.isTransformStream(source))
      return source;
    return this.asStream(source);
  }

  asStream(value) {
    if (status.isNodeStream(value) || status.isWebStream(value)) return value;
    return require('internal/streams/duplexify')(value, 'body');
  }

  call(transform, input, index, reads) {
    const output = transform(asIterable(webOutput(input)), { signal: this.controller.signal });
    if (reads) {
      if (status.isIterable(output, true)) return output;
      throw new codes.ERR_INVALID_RETURN_VALUE('AsyncIterable', `transform[${index - 1}]`, output);
    }
    return this.collect(output);
  }

  // What the last function gives: an iterable to be read, or a promise of the pipeline's value.
  collect(output) {
    const PassThrough = require('internal/streams/passthrough');
    const stream = new PassThrough({ objectMode: true });
    const then = output?.then;
    if (typeof then === 'function') {
      this.pending++;
      FunctionPrototypeCall(then, output, (value) => {
        this.value = value;
        if (value !== undefined && value !== null) stream.write(value);
        if (this.ends) stream.end();
        process.nextTick(this.done);
      }, (error) => {
        stream.destroy(error);
        process.nextTick(this.done, error);
      });
    } else if (status.isIterable(output, true)) {
      this.pending++;
      pump(output, stream, this.done, this.ends);
    } else {
      throw new codes.ERR_INVALID_RETURN_VALUE('AsyncIterable or Promise', 'destination', output);
    }
    const { cleanup, destroy } = this.destroyLater(stream, false, true);
    ArrayPrototypePush(this.destroys, destroy);
    ArrayPrototypePush(this.lastCleanups, cleanup);
    return stream;
  }

  connect(input, stream, reads) {
    const ends = reads || this.ends;
    if (status.isWebStream(stream)) {
      const source = readableFor(input);
      this.pending++;
      require('internal/streams/web_pump').pumpToWeb(source, stream, this.done, ends);
    } else if (status.isReadableNodeStream(input)) {
      this.pending += 2;
      const cleanup = this.pipe(input, stream, ends);
      if (status.isReadable(stream) && !reads) ArrayPrototypePush(this.lastCleanups, cleanup);
    } else if (status.isIterable(webOutput(input))) {
      this.pending++;
      pump(webOutput(input), stream, this.done, ends);
    } else {
      throw notReadable(input);
    }
    return stream;
  }

  pipe(source, destination, ends) {
    let hasEnded = false;
    destination.on('close', () => {
      if (!hasEnded) this.fail(new codes.ERR_STREAM_PREMATURE_CLOSE());
    });
    // It is ended here: pipe() would leave it open after an error.
    source.pipe(destination, { end: false });
    if (ends) {
      const end = () => {
        hasEnded = true;
        destination.end();
      };
      if (status.isReadableFinished(source)) process.nextTick(end);
      else source.once('end', end);
    } else {
      this.done();
    }
    finished(source, { readable: true, writable: false }, (error) => {
      const state = source._readableState;
      // Closed by its own end, which comes.
      if (isPremature(error) && state?.ended && !state.errored && !state.errorEmitted) {
        source.once('end', this.done).once('error', this.done);
      } else {
        this.done(error);
      }
    });
    return finished(destination, { readable: false, writable: true }, this.done);
  }
}

function runPipeline(streams, callback, options) {
  if (streams.length === 1 && ArrayIsArray(streams[0])) streams = streams[0];
  if (streams.length < 2) throw new codes.ERR_MISSING_ARGS('streams');
  return new Pipeline(streams, callback, options).run();
}

function pipeline(...streams) {
  validateFunction(streams[streams.length - 1], 'streams[stream.length - 1]');
  const callback = ArrayPrototypePop(streams);
  let called = false;
  return runPipeline(streams, (...args) => {
    if (called) return;
    called = true;
    callback(...args);
  });
}

module.exports = { pipeline, runPipeline };
