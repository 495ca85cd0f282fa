'use strict';

// fs.watch(). Source: Node.js documentation "fs.watch(filename[, options][, listener])". Changes are
// those made in the simulation.

const {
  ArrayPrototypePush,
  ArrayPrototypeShift,
  Promise,
  Symbol,
} = primordials;
const EventEmitter = require('events');
const { AbortError, codes } = require('internal/errors');
const { UVException } = require('internal/system_errors');
const { binding, copyOptions, encoded, getOptions, toPath } = require('internal/fs/arguments');
const { validateAbortSignal, validateBoolean, validateObject } = require('internal/validators');

const kWatchStart = Symbol('kFSWatchStart');
const kOwner = Symbol('owner_symbol');

// What the native part of a watcher is, for those who look at one.
class FSEvent {
  constructor(owner) {
    this.onchange = (eventType, filename) => owner.emit('change', eventType, filename);
    this[kOwner] = owner;
  }
}

class FSWatcher extends EventEmitter {
  #id = 0;
  #isPersistent = true;

  constructor() {
    super();
    this._handle = new FSEvent(this);
  }

  [kWatchStart](filename, persistent, recursive, encoding) {
    if (this._handle === null || this.#id !== 0) return;
    filename = toPath(filename, 'filename');
    const { onchange } = this._handle;
    const id = binding.watch(filename, (eventType, name) => onchange(eventType, encoded(name, encoding)));
    if (id < 0) {
      const error = new UVException({ errno: id, syscall: 'watch', path: filename, message: noRoom(id) });
      error.filename = filename;
      throw error;
    }
    this.#id = id;
    if (!persistent) this.unref();
  }

  start() {}

  close() {
    if (this._handle === null) return;
    if (this.#id !== 0) binding.unwatch(this.#id);
    this._handle = null;
    process.nextTick(() => this.emit('close'));
  }

  ref() {
    if (this.#id !== 0) binding.setWatchRefed(this.#id, true);
    return this;
  }

  unref() {
    if (this.#id !== 0) binding.setWatchRefed(this.#id, false);
    return this;
  }
}

function noRoom(errno) {
  const kNoSpace = -28;
  return errno === kNoSpace ? 'System limit for number of file watchers reached' : undefined;
}

function closeOnAbort(watcher, signal) {
  if (signal === undefined) return;
  if (signal.aborted) {
    process.nextTick(() => watcher.close());
    return;
  }
  const onabort = () => watcher.close();
  signal.addEventListener('abort', onabort);
  watcher.once('close', () => signal.removeEventListener('abort', onabort));
}

function watch(filename, options, listener) {
  if (typeof options === 'function') listener = options;
  options = copyOptions(getOptions(options));
  if (options.persistent === undefined) options.persistent = true;
  if (options.recursive === undefined) options.recursive = false;
  else validateBoolean(options.recursive, 'options.recursive');
  let watcher;
  if (options.recursive) {
    const { RecursiveWatcher } = require('internal/fs/watch_recursive');
    watcher = new RecursiveWatcher(options);
    watcher[kWatchStart](toPath(filename));
  } else {
    watcher = new FSWatcher();
    watcher[kWatchStart](toPath(filename), options.persistent, false, options.encoding);
  }
  if (listener) watcher.addListener('change', listener);
  closeOnAbort(watcher, options.signal);
  return watcher;
}

// ---- As an async iterable ----

function checkOptions(options) {
  validateObject(options, 'options');
  const { persistent = true, recursive = false, encoding = 'utf8', signal } = options;
  validateBoolean(persistent, 'options.persistent');
  validateBoolean(recursive, 'options.recursive');
  validateAbortSignal(signal, 'options.signal');
  if (encoding && encoding !== 'buffer' && !require('buffer').Buffer.isEncoding(encoding))
    throw new codes.ERR_INVALID_ARG_VALUE('encoding', encoding, 'is invalid encoding');
  return { persistent, recursive, encoding, signal };
}

// { eventType, filename } for each change, until the signal says so or the loop is left.
async function* changesOf(filename, options) {
  const { persistent, recursive, encoding, signal } = checkOptions(options);
  const path = toPath(filename);
  if (signal?.aborted) throw new AbortError(undefined, { cause: signal.reason });
  const changes = [];
  let wake = () => {};
  let abortion;
  const watcher = watch(path, { persistent, recursive, encoding }, (eventType, name) => {
    ArrayPrototypePush(changes, { eventType, filename: name });
    wake();
  });
  const onabort = () => {
    abortion = new AbortError(undefined, { cause: signal.reason });
    wake();
  };
  signal?.addEventListener('abort', onabort, { once: true });
  try {
    for (;;) {
      while (changes.length > 0) yield ArrayPrototypeShift(changes);
      if (abortion !== undefined) throw abortion;
      await new Promise((resolve) => { wake = resolve; });
    }
  } finally {
    watcher.close();
    signal?.removeEventListener('abort', onabort);
  }
}

module.exports = { FSWatcher, changesOf, kWatchStart, watch };
