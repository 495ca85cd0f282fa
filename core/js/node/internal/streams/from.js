'use strict';

// Readable.from(). Source: Node.js documentation "stream.Readable.from(iterable[, options])".

const { PromisePrototypeThen, SymbolAsyncIterator, SymbolIterator } = primordials;
const { Buffer } = require('buffer');
const { codes: { ERR_INVALID_ARG_TYPE, ERR_STREAM_NULL_VALUES } } = require('internal/errors');

// A text or bytes are one chunk, not many.
function fromOne(Readable, chunk, options) {
  return new Readable({
    objectMode: true,
    ...options,
    read() {
      this.push(chunk);
      this.push(null);
    },
  });
}

function isThenable(value) {
  return Boolean(value) && typeof value.then === 'function';
}

// Takes values off an iterator for as long as the stream has room. Of a sync iterator nothing is
// awaited that is no promise: its values come at once.
class Puller {
  constructor(readable, iterator, isAsync) {
    this.readable = readable;
    this.iterator = iterator;
    this.isAsync = isAsync;
    this.awaits = false;  // a value of a sync iterator was a promise
    this.busy = false;
  }

  read() {
    if (this.busy) return;
    this.busy = true;
    if (this.isAsync) this.pullAsync();
    else if (this.awaits) this.pullAwaiting();
    else this.pullSync();
  }

  // False: no more for now.
  hand(value) {
    if (value === null) {
      this.busy = false;
      throw new ERR_STREAM_NULL_VALUES();
    }
    if (this.readable.push(value)) return true;
    this.busy = false;
    return false;
  }

  pullSync() {
    try {
      for (;;) {
        const { value, done } = this.iterator.next();
        if (done) {
          this.readable.push(null);
          return;
        }
        if (isThenable(value)) {
          this.awaits = true;
          this.pullAwaiting(value);
          return;
        }
        if (!this.hand(value)) return;
      }
    } catch (error) {
      this.readable.destroy(error);
    }
  }

  async pullAwaiting(first) {
    try {
      if (first !== undefined && !this.hand(await first)) return;
      for (;;) {
        const { value, done } = this.iterator.next();
        if (done) {
          this.readable.push(null);
          return;
        }
        if (!this.hand(isThenable(value) ? await value : value)) return;
      }
    } catch (error) {
      this.readable.destroy(error);
    }
  }

  async pullAsync() {
    try {
      for (;;) {
        const { value, done } = await this.iterator.next();
        if (done) {
          this.readable.push(null);
          return;
        }
        if (!this.hand(value)) return;
      }
    } catch (error) {
      this.readable.destroy(error);
    }
  }

  // The iterator's own ending, with the error if it wants to know.
  async close(error) {
    const { iterator } = this;
    if (error !== undefined && error !== null && typeof iterator.throw === 'function') {
      const { value, done } = await iterator.throw(error);
      await value;
      if (done) return;
    }
    if (typeof iterator.return === 'function') {
      const { value } = await iterator.return();
      await value;
    }
  }
}

function from(Readable, iterable, options) {
  if (typeof iterable === 'string' || iterable instanceof Buffer) return fromOne(Readable, iterable, options);
  const isAsync = Boolean(iterable?.[SymbolAsyncIterator]);
  if (!isAsync && !iterable?.[SymbolIterator]) {
    throw new ERR_INVALID_ARG_TYPE('iterable', ['Iterable'], iterable);
  }
  const iterator = isAsync ? iterable[SymbolAsyncIterator]() : iterable[SymbolIterator]();
  const readable = new Readable({ objectMode: true, highWaterMark: 1, ...options });
  const puller = new Puller(readable, iterator, isAsync);
  readable._read = () => puller.read();
  readable._destroy = (error, callback) => {
    PromisePrototypeThen(puller.close(error), () => process.nextTick(callback, error),
                         (failure) => process.nextTick(callback, failure || error));
  };
  return readable;
}

module.exports = from;
