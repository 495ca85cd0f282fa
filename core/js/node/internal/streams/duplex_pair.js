'use strict';

// stream.duplexPair(): two ends of a pipe. What is written to one is read from the other, and a write
// is done when it has been asked for there. Source: Node.js documentation "stream.duplexPair()".

const Duplex = require('internal/streams/duplex');

class DuplexSide extends Duplex {
  #other = null;
  #writeDone = null;  // of the other's write, until this end is read

  static join(a, b) {
    a.#other = b;
    b.#other = a;
  }

  _read() {
    const done = this.#writeDone;
    this.#writeDone = null;
    if (done !== null) done();
  }

  _write(chunk, encoding, callback) {
    if (chunk.length === 0) {
      process.nextTick(callback);
      return;
    }
    this.#other.push(chunk);
    this.#other.#writeDone = callback;
  }

  _final(callback) {
    this.#other.on('end', callback);
    this.#other.push(null);
  }
}

function duplexPair(options) {
  const ends = [new DuplexSide(options), new DuplexSide(options)];
  DuplexSide.join(ends[0], ends[1]);
  return ends;
}

module.exports = duplexPair;
