'use strict';

// Chunks with their sizes. Source: Streams Standard, "Queue-with-sizes".

const { ArrayPrototypePush, ArrayPrototypeShift, MathMax, NumberIsNaN } = primordials;
const { codes } = require('internal/errors');

class SizedQueue {
  #entries = [];
  total = 0;

  get length() {
    return this.#entries.length;
  }

  // `number`: the chunk's, in the trace.
  push(value, size, number = 0) {
    ArrayPrototypePush(this.#entries, { value, size, number });
    this.total += size;
  }

  shift() {
    const entry = ArrayPrototypeShift(this.#entries);
    this.total = MathMax(0, this.total - entry.size);
    return entry;
  }

  peek() {
    return this.#entries[0];
  }

  // Takes some bytes from the front of the first chunk.
  trim(bytes) {
    this.#entries[0].size -= bytes;
    this.total -= bytes;
  }

  clear() {
    this.#entries = [];
    this.total = 0;
  }
}

// What a strategy's size() gave, if it can be one.
function checkedSize(value) {
  const size = +value;
  if (NumberIsNaN(size) || size < 0 || size === Infinity) throw new codes.ERR_INVALID_ARG_VALUE.RangeError('size', size);
  return size;
}

module.exports = { SizedQueue, checkedSize };
