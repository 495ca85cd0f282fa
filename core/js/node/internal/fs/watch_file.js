'use strict';

// fs.watchFile(): asks for a file's status now and then. Source: Node.js documentation
// "fs.watchFile(filename[, options], listener)".

const { SafeMap } = primordials;
const EventEmitter = require('events');
const { resolve } = require('path');
const { binding, textOf, toPath } = require('internal/fs/arguments');
const { statsFrom } = require('internal/fs/stats');
const { clearTimeout, setTimeout } = require('timers');
const { validateFunction, validateUint32 } = require('internal/validators');
const { unmetered } = internalBinding('meter');

const kInterval = 5007;
const kNumbers = 18;

const absolute = unmetered((path) => resolve(textOf(path)));

// The status of what is not there.
function zeros(bigint) {
  const numbers = [];
  for (let i = 0; i < kNumbers; i++) numbers[i] = bigint ? 0n : 0;
  return numbers;
}

function differs(one, other) {
  for (let i = 0; i < kNumbers; i++) {
    // Reading changes no more than the time of reading.
    if (i !== 10 && i !== 11 && one[i] !== other[i]) return true;
  }
  return false;
}

class StatWatcher extends EventEmitter {
  #path;
  #bigint;
  #interval;
  #isRefed;
  #last = null;
  #failed = false;
  #timer = null;
  #isStopped = false;

  constructor(path, bigint, interval, persistent) {
    super();
    this.#path = path;
    this.#bigint = bigint;
    this.#interval = interval;
    this.#isRefed = persistent;
    this.#ask();
  }

  #ask() {
    binding.stat(this.#path, this.#bigint, (error, numbers) => {
      if (this.#isStopped) return;
      this.#compare(error, numbers);
      if (this.#isStopped) return;
      this.#timer = setTimeout(() => this.#ask(), this.#interval);
      if (!this.#isRefed) this.#timer.unref();
    }, 'watchFile');
  }

  // Tells of a file that changed, came or went; of one that was never there once.
  #compare(error, numbers) {
    const last = this.#last;
    if (error !== null) {
      if (this.#failed) return;
      this.#failed = true;
      this.#last = zeros(this.#bigint);
      this.#tell(this.#last, last ?? this.#last);
      return;
    }
    this.#failed = false;
    this.#last = numbers;
    if (last !== null && differs(numbers, last)) this.#tell(numbers, last);
  }

  #tell(now, before) {
    this.emit('change', statsFrom(now), statsFrom(before));
  }

  stop() {
    if (this.#isStopped) return;
    this.#isStopped = true;
    clearTimeout(this.#timer);
    process.nextTick(() => this.emit('stop'));
  }

  ref() {
    this.#isRefed = true;
    this.#timer?.ref();
    return this;
  }

  unref() {
    this.#isRefed = false;
    this.#timer?.unref();
    return this;
  }
}

const watchers = new SafeMap();  // by absolute path

function watchFile(filename, options, listener) {
  filename = absolute(toPath(filename));
  if (options === null || typeof options !== 'object') {
    listener = options;
    options = undefined;
  }
  const { bigint = false, interval = kInterval, persistent = true } = options ?? {};
  validateFunction(listener, 'listener');
  let watcher = watchers.get(filename);
  if (watcher === undefined) {
    validateUint32(interval, 'interval');
    watcher = new StatWatcher(filename, Boolean(bigint), interval, persistent);
    watchers.set(filename, watcher);
  }
  watcher.addListener('change', listener);
  return watcher;
}

function unwatchFile(filename, listener) {
  filename = absolute(toPath(filename));
  const watcher = watchers.get(filename);
  if (watcher === undefined) return;
  if (typeof listener === 'function') watcher.removeListener('change', listener);
  else watcher.removeAllListeners('change');
  if (watcher.listenerCount('change') !== 0) return;
  watcher.stop();
  watchers.delete(filename);
}

module.exports = { unwatchFile, watchFile };
