'use strict';

// A Duplex that stands for others: what is written to it goes to one stream, what is read from it comes
// from another. What stream.compose() and Duplex.from() make.

const { AbortError } = require('internal/errors');

class Bridge {
  constructor(duplex) {
    this.duplex = duplex;
    this.drained = null;   // the callback of a write that filled the head
    this.ended = null;     // the callback of the end
    this.isThirsty = false;  // somebody reads, and there was nothing
    this.hasFinished = false;
    this.destroyCallback = null;
  }

  // The callback kept under that name, once.
  tell(name) {
    const callback = this[name];
    this[name] = null;
    if (callback) callback();
  }

  writeTo(head) {
    const { duplex } = this;
    duplex._write = (chunk, encoding, callback) => {
      if (head.write(chunk, encoding)) callback();
      else this.drained = callback;
    };
    duplex._final = (callback) => {
      head.end();
      this.ended = callback;
    };
    head.on('drain', () => this.tell('drained'));
  }

  readFrom(tail) {
    const { duplex } = this;
    tail.on('readable', () => {
      if (!this.isThirsty) return;
      this.isThirsty = false;
      duplex._read();
    });
    tail.on('end', () => duplex.push(null));
    duplex._read = () => {
      for (;;) {
        const chunk = tail.read();
        if (chunk === null) {
          this.isThirsty = true;
          return;
        }
        if (!duplex.push(chunk)) return;
      }
    };
  }

  // What the bridge stands for is over. True: nobody waited for that.
  finish(error) {
    const callback = this.destroyCallback;
    this.destroyCallback = null;
    this.hasFinished = true;
    if (callback) callback(error);
    else if (error) this.duplex.destroy(error);
    return !callback && !error;
  }

  // `destroyParts`: called with the error.
  destroyBy(destroyParts, partsFirst) {
    this.duplex._destroy = (error, callback) => {
      if (!error && !this.hasFinished) error = new AbortError();
      this.isThirsty = false;
      this.drained = this.ended = null;
      if (partsFirst) destroyParts(error);
      if (this.hasFinished) {
        callback(error);
        return;
      }
      this.destroyCallback = callback;
      if (!partsFirst) destroyParts(error);
    };
  }
}

module.exports = Bridge;
