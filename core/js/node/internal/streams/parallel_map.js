'use strict';

// The values of a stream, each through a function that may be asynchronous, several at a time, in the
// stream's order. What readable.map() and those like it are made of.

const { ArrayPrototypePush, ArrayPrototypeShift, Promise, PromisePrototypeThen, PromiseReject, PromiseResolve,
        Symbol } = primordials;
const { AbortError } = require('internal/errors');

// For a function to say that its value is to be left out.
const kLeaveOut = Symbol('kLeaveOut');
const kEnd = Symbol('kEnd');

class ParallelMap {
  constructor(source, map, { concurrency, highWaterMark, signal }) {
    this.source = source;
    this.map = map;
    this.concurrency = concurrency;
    this.mark = highWaterMark + concurrency;
    this.signal = AbortSignal.any(signal ? [signal] : []);
    this.results = [];  // promises, in order
    this.running = 0;
    this.isOver = false;
    this.wakeReader = null;
    this.wakeWriter = null;
  }

  wake(name) {
    const woken = this[name];
    this[name] = null;
    if (woken !== null) woken();
  }

  sleep(name) {
    return new Promise((resolve) => { this[name] = resolve; });
  }

  isFull() {
    return this.results.length >= this.mark || this.running >= this.concurrency;
  }

  goOn() {
    if (!this.isOver && !this.isFull()) this.wake('wakeWriter');
  }

  add(promise) {
    this.running++;
    PromisePrototypeThen(promise, () => {
      this.running--;
      this.goOn();
    }, () => {
      this.isOver = true;
      this.running--;
      this.goOn();
    });
    ArrayPrototypePush(this.results, promise);
  }

  start(value) {
    try {
      const result = this.map(value, { signal: this.signal });
      return result === kLeaveOut ? undefined : PromiseResolve(result);
    } catch (error) {
      return PromiseReject(error);
    }
  }

  async fill() {
    try {
      for await (const value of this.source) {
        if (this.isOver) return;
        if (this.signal.aborted) throw new AbortError();
        const promise = this.start(value);
        if (promise === undefined) continue;
        this.add(promise);
        this.wake('wakeReader');
        if (!this.isOver && this.isFull()) await this.sleep('wakeWriter');
      }
      ArrayPrototypePush(this.results, kEnd);
    } catch (error) {
      this.add(PromiseReject(error));
    } finally {
      this.isOver = true;
      this.wake('wakeReader');
    }
  }

  async* values() {
    this.fill();
    try {
      for (;;) {
        while (this.results.length > 0) {
          const value = await this.results[0];
          if (value === kEnd) return;
          if (this.signal.aborted) throw new AbortError();
          if (value !== kLeaveOut) yield value;
          ArrayPrototypeShift(this.results);
          this.goOn();
        }
        await this.sleep('wakeReader');
      }
    } finally {
      this.isOver = true;
      this.wake('wakeWriter');
    }
  }
}

module.exports = { ParallelMap, kLeaveOut };
