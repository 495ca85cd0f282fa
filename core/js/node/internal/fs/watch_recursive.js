'use strict';

// fs.watch() with { recursive: true }: a watcher for each folder below. Source: Node.js documentation
// "fs.watch(filename[, options][, listener])".

const { SafeMap, SafeSet } = primordials;
const EventEmitter = require('events');
const { binding, encoded, textOf } = require('internal/fs/arguments');
const { constants: { S_IFDIR, S_IFMT, UV_DIRENT_DIR } } = require('internal/fs/constants');
const { kMode } = require('internal/fs/stats');
const { FSWatcher, kWatchStart } = require('internal/fs/watch');
const { basename, join, relative } = require('path');
const { unmetered } = internalBinding('meter');

class RecursiveWatcher extends EventEmitter {
  #options;
  #root = '';
  #watchers = new SafeMap();  // by folder
  #known = new SafeSet();     // paths seen so far
  #isClosed = false;
  #isRefed = true;

  constructor(options) {
    super();
    this.#options = options;
  }

  [kWatchStart](path) {
    this.#root = textOf(path);
    if (isFolder(this.#root)) {
      this.#addFolder(this.#root, false);
      return;
    }
    this.#watch(this.#root, (eventType) => this.#tell(eventType, basename(this.#root)));
  }

  #watch(path, listener) {
    const watcher = new FSWatcher();
    watcher[kWatchStart](path, this.#options.persistent && this.#isRefed, false, 'utf8');
    watcher.on('change', listener);
    this.#watchers.set(path, watcher);
  }

  // A new folder may have been filled before it is watched.
  #addFolder(folder, isNew) {
    if (this.#watchers.has(folder)) return;
    this.#watch(folder, (eventType, name) => this.#onChange(folder, eventType, name));
    const { 0: names, 1: types } = entriesOf(folder);
    for (let i = 0; i < names.length; i++) {
      const path = join(folder, names[i]);
      if (isNew && !this.#known.has(path)) this.#tell('rename', nameBelow(this.#root, path));
      this.#known.add(path);
      if (types[i] === UV_DIRENT_DIR) this.#addFolder(path, isNew);
    }
  }

  #onChange(folder, eventType, name) {
    const path = join(folder, name);
    // The folder itself, of which the folder above tells.
    if (folder !== this.#root && name === basename(folder) && !isThere(path)) return;
    if (eventType === 'rename' && !isThere(path)) this.#forget(path);
    else this.#known.add(path);
    this.#tell(eventType, nameBelow(this.#root, path));
    if (eventType === 'rename' && !this.#isClosed && isFolder(path)) this.#addFolder(path, true);
  }

  #forget(path) {
    this.#known.delete(path);
    const watcher = this.#watchers.get(path);
    if (watcher === undefined) return;
    this.#watchers.delete(path);
    watcher.close();
  }

  #tell(eventType, name) {
    if (!this.#isClosed) this.emit('change', eventType, encoded(name, this.#options.encoding));
  }

  close() {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#watchers.forEach((watcher) => watcher.close());
    this.#watchers.clear();
    process.nextTick(() => this.emit('close'));
  }

  ref() {
    this.#isRefed = true;
    this.#watchers.forEach((watcher) => watcher.ref());
    return this;
  }

  unref() {
    this.#isRefed = false;
    this.#watchers.forEach((watcher) => watcher.unref());
    return this;
  }
}

const nameBelow = unmetered((root, path) => relative(root, path));

function entriesOf(folder) {
  try {
    return binding.scandir(folder);
  } catch {
    return [[], []];
  }
}

function modeOf(path) {
  try {
    return binding.lstat(path, false)[kMode];
  } catch {
    return 0;
  }
}

function isThere(path) {
  return modeOf(path) !== 0;
}

function isFolder(path) {
  return (modeOf(path) & S_IFMT) === S_IFDIR;
}

module.exports = { RecursiveWatcher };
