'use strict';

// When a source is asked for more. Source: Streams Standard, "ReadableStreamDefaultControllerCallPullIfNeeded"
// and its like for bytes.

const { PromisePrototypeThen } = primordials;
const { whenStarted } = require('internal/webstreams/shared');

class Puller {
  started = false;
  #pulling = false;
  #again = false;

  // `control` says by wantsMore() whether to ask, asks by pull(), and is told errors by error().
  constructor(control) {
    this.control = control;
  }

  start(startAlgorithm) {
    PromisePrototypeThen(whenStarted(startAlgorithm()), () => {
      this.started = true;
      this.pullIfNeeded();
    }, (error) => this.control.error(error));
  }

  pullIfNeeded() {
    if (!this.control.wantsMore()) return;
    if (this.#pulling) {
      this.#again = true;
      return;
    }
    this.#pulling = true;
    PromisePrototypeThen(this.control.pull(), () => {
      this.#pulling = false;
      if (!this.#again) return;
      this.#again = false;
      this.pullIfNeeded();
    }, (error) => this.control.error(error));
  }
}

module.exports = { Puller };
