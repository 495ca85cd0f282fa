'use strict';

// An open folder. Source: Node.js documentation "Class: fs.Dir".

const {
  ArrayPrototypePush,
  ArrayPrototypeShift,
  ArrayPrototypeSplice,
  ObjectDefineProperty,
  PromiseReject,
  Symbol,
  SymbolAsyncIterator,
} = primordials;
const { codes } = require('internal/errors');
const { binding, encoded, getOptions, toPath, validateCallback } = require('internal/fs/arguments');
const { Dirent } = require('internal/fs/dirent');
const { promisify } = require('internal/util');
const { validateBoolean, validateFunction, validateUint32 } = require('internal/validators');
const { join } = require('path');

const kDirHandle = Symbol('kDirHandle');
const kDirPath = Symbol('kDirPath');
const kDirBufferedEntries = Symbol('kDirBufferedEntries');
const kDirClosed = Symbol('kDirClosed');
const kDirOptions = Symbol('kDirOptions');
const kDirReadImpl = Symbol('kDirReadImpl');
const kDirReadPromisified = Symbol('kDirReadPromisified');
const kDirClosePromisified = Symbol('kDirClosePromisified');
const kDirOperationQueue = Symbol('kDirOperationQueue');

// The folders being read, the one at the end first; what each holds is known since it was opened.
class DirHandle {
  #folders = [];
  add(path, { 0: names, 1: types }) {
    ArrayPrototypePush(this.#folders, { path, names, types, next: 0 });
  }
  // So many entries more of the first folder, or null.
  take(count, encoding) {
    const folders = this.#folders;
    const folder = folders[0];
    const entries = [];
    while (entries.length < count && folder.next < folder.names.length) {
      const i = folder.next++;
      ArrayPrototypePush(entries, new Dirent(encoded(folder.names[i], encoding), folder.types[i], folder.path));
    }
    return entries.length === 0 ? null : entries;
  }
  // Goes on to the next folder, if there is one.
  advance() {
    if (this.#folders.length < 2) return false;
    ArrayPrototypeShift(this.#folders);
    return true;
  }
}

class Dir {
  constructor(handle, path, options) {
    if (handle === undefined || handle === null) throw new codes.ERR_MISSING_ARGS('handle');
    this[kDirHandle] = handle;
    this[kDirBufferedEntries] = [];
    this[kDirPath] = path;
    this[kDirClosed] = false;
    this[kDirOperationQueue] = null;
    this[kDirOptions] = { bufferSize: 32, ...getOptions(options, { encoding: 'utf8' }) };
    validateUint32(this[kDirOptions].bufferSize, 'options.bufferSize', true);
    if (this[kDirOptions].recursive !== undefined && this[kDirOptions].recursive !== null)
      validateBoolean(this[kDirOptions].recursive, 'options.recursive');
    this[kDirReadPromisified] = promisify(this[kDirReadImpl]).bind(this, false);
    this[kDirClosePromisified] = promisify(this.close).bind(this);
  }

  get path() { return this[kDirPath]; }

  read(callback) {
    return this[kDirReadImpl](true, callback);
  }

  [kDirReadImpl](mayBeSync, callback) {
    if (this[kDirClosed] === true) throw new codes.ERR_DIR_CLOSED();
    if (callback === undefined) return this[kDirReadPromisified]();
    validateCallback(callback);
    if (this[kDirOperationQueue] !== null) {
      ArrayPrototypePush(this[kDirOperationQueue], () => this[kDirReadImpl](mayBeSync, callback));
      return;
    }
    if (this[kDirBufferedEntries].length !== 0) {
      const entry = ArrayPrototypeShift(this[kDirBufferedEntries]);
      if (mayBeSync) process.nextTick(callback, null, entry);
      else callback(null, entry);
      return;
    }
    this[kDirOperationQueue] = [];
    this.#readMore((error, entry) => {
      const queue = ArrayPrototypeSplice(this[kDirOperationQueue], 0, this[kDirOperationQueue].length);
      this[kDirOperationQueue] = null;
      for (let i = 0; i < queue.length; i++) queue[i]();
      if (error) callback(error);
      else callback(null, entry);
    });
  }

  // A folder inside this one is opened when it is found.
  #readMore(done) {
    const handle = this[kDirHandle];
    const { bufferSize, encoding } = this[kDirOptions];
    binding.pause('scandir', (error) => {
      if (error !== null) return done(error);
      const entries = handle.take(bufferSize, encoding);
      if (entries === null) {
        if (handle.advance()) this.#readMore(done);
        else done(null, null);
        return;
      }
      this.#openFolders(entries, 0, (failure) => {
        if (failure !== null) return done(failure);
        this[kDirBufferedEntries] = entries;
        done(null, ArrayPrototypeShift(entries));
      });
    });
  }

  #openFolders(entries, from, done) {
    let i = from;
    while (i < entries.length && !(this[kDirOptions].recursive && entries[i].isDirectory())) i++;
    if (i === entries.length) return done(null);
    const path = join(entries[i].parentPath, `${entries[i].name}`);
    binding.opendir(path, true, (error, found) => {
      if (error !== null) return done(error);
      this[kDirHandle].add(path, found);
      this.#openFolders(entries, i + 1, done);
    });
  }

  readSync() {
    if (this[kDirClosed] === true) throw new codes.ERR_DIR_CLOSED();
    if (this[kDirOperationQueue] !== null) throw new codes.ERR_DIR_CONCURRENT_OPERATION();
    if (this[kDirBufferedEntries].length !== 0) return ArrayPrototypeShift(this[kDirBufferedEntries]);
    const handle = this[kDirHandle];
    const { bufferSize, encoding } = this[kDirOptions];
    let entries;
    do {
      binding.pause('scandir');
      entries = handle.take(bufferSize, encoding);
    } while (entries === null && handle.advance());
    if (entries === null) return null;
    this[kDirBufferedEntries] = entries;
    for (let i = 0; this[kDirOptions].recursive && i < entries.length; i++) {
      if (!entries[i].isDirectory()) continue;
      const path = join(entries[i].parentPath, `${entries[i].name}`);
      handle.add(path, binding.opendir(path, true));
    }
    return ArrayPrototypeShift(entries);
  }

  close(callback) {
    if (callback === undefined) {
      if (this[kDirClosed] === true) return PromiseReject(new codes.ERR_DIR_CLOSED());
      return this[kDirClosePromisified]();
    }
    validateCallback(callback);
    if (this[kDirClosed] === true) {
      process.nextTick(callback, new codes.ERR_DIR_CLOSED());
      return;
    }
    if (this[kDirOperationQueue] !== null) {
      ArrayPrototypePush(this[kDirOperationQueue], () => this.close(callback));
      return;
    }
    this[kDirClosed] = true;
    binding.pause('closedir', callback);
  }

  closeSync() {
    if (this[kDirClosed] === true) throw new codes.ERR_DIR_CLOSED();
    if (this[kDirOperationQueue] !== null) throw new codes.ERR_DIR_CONCURRENT_OPERATION();
    this[kDirClosed] = true;
    binding.pause('closedir');
  }

  async* entries() {
    try {
      for (;;) {
        const entry = await this[kDirReadPromisified]();
        if (entry === null) break;
        yield entry;
      }
    } finally {
      await this[kDirClosePromisified]();
    }
  }
}
ObjectDefineProperty(Dir.prototype, SymbolAsyncIterator, {
  __proto__: null, configurable: true, enumerable: false, writable: true, value: Dir.prototype.entries,
});

function dirFrom(found, path, options) {
  const handle = new DirHandle();
  handle.add(path, found);
  return new Dir(handle, path, options);
}

function opendir(path, options, callback) {
  callback = typeof options === 'function' ? options : callback;
  validateFunction(callback, 'callback');
  path = toPath(path);
  options = getOptions(options, { encoding: 'utf8' });
  binding.opendir(path, true, (error, found) => {
    let dir;
    if (error === null) {
      try {
        dir = dirFrom(found, path, options);
      } catch (failure) {
        error = failure;
      }
    }
    if (error !== null) callback(error);
    else callback(null, dir);
  });
}

function opendirSync(path, options) {
  path = toPath(path);
  options = getOptions(options, { encoding: 'utf8' });
  return dirFrom(binding.opendir(path, false), path, options);
}

const opendirPromise = promisify(opendir);

module.exports = { Dir, opendir, opendirPromise, opendirSync };
