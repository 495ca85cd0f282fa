'use strict';

// readlinePromises.Readline: escape sequences gathered, and written by commit(). Source: Node.js
// documentation "Class: readlinePromises.Readline".

const { ArrayPrototypeJoin, ArrayPrototypePush, Promise } = primordials;
const { codes } = require('internal/errors');
const { clearLineCode, cursorToCode, kClearDownCode, moveCursorCode } = require('internal/readline/cursor');
const { isWritableNodeStream } = require('internal/streams/status');
const { validateBoolean, validateInteger } = require('internal/validators');

class Readline {
  #autoCommit = false;
  #stream;
  #todo = [];

  constructor(stream, options = undefined) {
    if (!isWritableNodeStream(stream)) throw new codes.ERR_INVALID_ARG_TYPE('stream', 'Writable', stream);
    this.#stream = stream;
    if (options?.autoCommit !== undefined) {
      validateBoolean(options.autoCommit, 'options.autoCommit');
      this.#autoCommit = options.autoCommit;
    }
  }

  #add(code) {
    if (this.#autoCommit) process.nextTick(() => this.#stream.write(code));
    else ArrayPrototypePush(this.#todo, code);
    return this;
  }

  cursorTo(x, y = undefined) {
    validateInteger(x, 'x');
    if (y !== undefined && y !== null) validateInteger(y, 'y');
    return this.#add(cursorToCode(x, y));
  }

  moveCursor(dx, dy) {
    if (dx || dy) {
      validateInteger(dx, 'dx');
      validateInteger(dy, 'dy');
      this.#add(moveCursorCode(dx, dy));
    }
    return this;
  }

  clearLine(dir) {
    validateInteger(dir, 'dir', -1, 1);
    return this.#add(clearLineCode(dir));
  }

  clearScreenDown() {
    return this.#add(kClearDownCode);
  }

  commit() {
    return new Promise((resolve) => {
      this.#stream.write(ArrayPrototypeJoin(this.#todo, ''), resolve);
      this.#todo = [];
    });
  }

  rollback() {
    this.#todo = [];
    return this;
  }
}

module.exports = { Readline };
