'use strict';

// Memory that waits to be filled. Source: Streams Standard, "pull-into descriptor".

const { ArrayBufferPrototypeGetByteLength, MathMin, Uint8Array } = primordials;
const { Buffer } = require('buffer');
const { copyBytes, transfer } = require('internal/webstreams/views');

class PullInto {
  filled = 0;

  // `kind`: 'byob' for a reader's view, 'default' for memory allocated for a read(), 'none' when the reader
  // is gone. `least`: bytes to be there before the reader gets any.
  constructor(kind, { buffer, byteOffset, byteLength, elementSize, View, least }) {
    this.kind = kind;
    this.buffer = buffer;
    this.bufferLength = ArrayBufferPrototypeGetByteLength(buffer);
    this.byteOffset = byteOffset;
    this.byteLength = byteLength;
    this.elementSize = elementSize;
    this.View = View;
    this.least = least;
  }

  static allocated(size) {
    const buffer = new Uint8Array(size).buffer;
    return new PullInto('default',
                        { buffer, byteOffset: 0, byteLength: size, elementSize: 1, View: Uint8Array, least: 1 });
  }

  // The part that is free, as the source sees it.
  rest() {
    return new Uint8Array(this.buffer, this.byteOffset + this.filled, this.byteLength - this.filled);
  }

  asShown() {
    return new Uint8Array(this.buffer, this.byteOffset, this.filled);
  }

  get isAligned() {
    return this.filled % this.elementSize === 0;
  }

  empty() {
    return new this.View(this.buffer, this.byteOffset, 0);
  }

  // What the reader gets.
  asView() {
    const buffer = transfer(this.buffer);
    const length = this.filled / this.elementSize;
    if (this.View === Buffer) return Buffer.from(buffer, this.byteOffset, length);
    return new this.View(buffer, this.byteOffset, length);
  }

  // Takes what fits from the queue of a byte stream. Whether there is enough for the reader.
  fillFrom(queue, note) {
    const most = this.filled + MathMin(queue.total, this.byteLength - this.filled);
    const aligned = most - most % this.elementSize;
    const isEnough = aligned >= this.least;
    let missing = (isEnough ? aligned : most) - this.filled;
    while (missing > 0) {
      const { value: part, size, number } = queue.peek();
      const count = MathMin(missing, size);
      copyBytes(this.buffer, this.byteOffset + this.filled, part.buffer, part.byteOffset, count);
      if (count === size) {
        queue.shift();
      } else {
        part.byteOffset += count;
        queue.trim(count);
      }
      this.filled += count;
      missing -= count;
      note?.(count, number);
    }
    return isEnough;
  }
}

module.exports = { PullInto };
