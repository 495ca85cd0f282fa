'use strict';

// The part of Node's fs that reads. Source: Node.js documentation "File system". Files are those of
// the scenario's folder; an asynchronous operation is a job for the thread pool for each system call
// Node would make, so that it takes as many turns of the loop.

const {
  ArrayPrototypeMap,
  Boolean,
  Date,
  ObjectDefineProperty,
  ReflectApply,
} = primordials;
const binding = internalBinding('fs');
const { Buffer } = require('buffer');
const path = require('path');
const { unmetered } = internalBinding('meter');
const { codes: { ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE } } = require('internal/errors');
const { validateFunction } = require('internal/validators');

const kFile = 1;
const kFolder = 2;
const kBlockSize = 4096;

const constants = { __proto__: null, F_OK: 0, R_OK: 4, W_OK: 2, X_OK: 1, O_RDONLY: 0 };

// Errors as libuv numbers and words them.
const kErrors = {
  __proto__: null,
  ENOENT: [-2, 'no such file or directory'],
  EACCES: [-13, 'permission denied'],
  ENOTDIR: [-20, 'not a directory'],
  EISDIR: [-21, 'illegal operation on a directory'],
};

function systemError(code, syscall, target) {
  const { 0: errno, 1: words } = kErrors[code];
  const suffix = target === undefined ? '' : ` '${target}'`;
  const error = new Error(`${code}: ${words}, ${syscall}${suffix}`);
  error.errno = errno;
  error.code = code;
  error.syscall = syscall;
  if (target !== undefined) error.path = target;
  return error;
}

const toPath = unmetered(function(value, name = 'path') {
  if (typeof value === 'string') return value;
  if (value instanceof Buffer) return value.toString();
  if (require('internal/url').isURL(value)) return require('url').fileURLToPath(value);
  throw new ERR_INVALID_ARG_TYPE(name, ['string', 'Buffer', 'URL'], value);
});

function absolute(name) {
  return path.resolve(process.cwd(), name);
}

function optionsOf(options, defaults) {
  if (options === undefined || options === null || typeof options === 'function') return defaults;
  if (typeof options === 'string') return { ...defaults, encoding: options };
  if (typeof options !== 'object') {
    throw new ERR_INVALID_ARG_TYPE('options', ['string', 'Object'], options);
  }
  return { ...defaults, ...options };
}

function checkEncoding(encoding) {
  if (encoding && encoding !== 'buffer' && !Buffer.isEncoding(encoding)) {
    throw new ERR_INVALID_ARG_VALUE('encoding', encoding, 'is invalid encoding');
  }
}

function decoded(buffer, encoding) {
  return encoding && encoding !== 'buffer' ? buffer.toString(encoding) : buffer;
}

// The operations themselves: what they return, or the error they throw.

function open(name) {
  if (binding.kind(absolute(name)) === 0) throw systemError('ENOENT', 'open', name);
}

function contents(name, encoding) {
  open(name);
  const bytes = binding.read(absolute(name));
  if (bytes === undefined) throw systemError('EISDIR', 'read');
  return decoded(Buffer.from(bytes), encoding);
}

class Stats {
  constructor(kind, size) {
    this.dev = 1;
    this.mode = kind === kFolder ? 0o40755 : 0o100644;
    this.nlink = 1;
    this.uid = 0;
    this.gid = 0;
    this.rdev = 0;
    this.blksize = kBlockSize;
    this.ino = 1;
    this.size = size;
    this.blocks = (size + 511) >>> 9;
    this.atimeMs = this.mtimeMs = this.ctimeMs = this.birthtimeMs = 0;
    this.atime = this.mtime = this.ctime = this.birthtime = new Date(0);
    ObjectDefineProperty(this, 'kind', { __proto__: null, value: kind });
  }
  isFile() { return this.kind === kFile; }
  isDirectory() { return this.kind === kFolder; }
  isSymbolicLink() { return false; }
  isFIFO() { return false; }
  isSocket() { return false; }
  isBlockDevice() { return false; }
  isCharacterDevice() { return false; }
}

function status(syscall, name, options) {
  const kind = binding.kind(absolute(name));
  if (kind !== 0) return new Stats(kind, binding.size(absolute(name)) ?? kBlockSize);
  if (options?.throwIfNoEntry === false) return undefined;
  throw systemError('ENOENT', syscall, name);
}

class Dirent {
  constructor(name, parent, kind) {
    this.name = name;
    this.path = parent;
    ObjectDefineProperty(this, 'kind', { __proto__: null, value: kind });
  }
  isFile() { return this.kind === kFile; }
  isDirectory() { return this.kind === kFolder; }
  isSymbolicLink() { return false; }
}

function entries(name, options) {
  const folder = absolute(name);
  const kind = binding.kind(folder);
  if (kind === 0) throw systemError('ENOENT', 'scandir', name);
  if (kind !== kFolder) throw systemError('ENOTDIR', 'scandir', name);
  const names = binding.list(folder);
  if (!options.withFileTypes) return names;
  return ArrayPrototypeMap(names, (entry) =>
    new Dirent(entry, name, binding.kind(path.join(folder, entry))));
}

function accessible(name, mode) {
  if (binding.kind(absolute(name)) === 0) throw systemError('ENOENT', 'access', name);
  if (mode & constants.W_OK) throw systemError('EACCES', 'access', name);
}

// Synchronous: the calling thread waits for the disk.

function sync(operation, ...args) {
  binding.charge();
  return operation(...args);
}

function readFileSync(name, options) {
  const { encoding } = optionsOf(options, { encoding: null });
  checkEncoding(encoding);
  return sync(contents, toPath(name), encoding);
}

function statSync(name, options) { return sync(status, 'stat', toPath(name), options); }
function lstatSync(name, options) { return sync(status, 'lstat', toPath(name), options); }
function readdirSync(name, options) { return sync(entries, toPath(name), optionsOf(options, {})); }
function accessSync(name, mode = constants.F_OK) { sync(accessible, toPath(name), mode); }

function existsSync(name) {
  try {
    return Boolean(sync(binding.kind, absolute(toPath(name))));
  } catch {
    return false;
  }
}

function realpathSync(name) {
  sync(accessible, toPath(name), constants.F_OK);
  return absolute(name);
}
realpathSync.native = realpathSync;

// Only the standard streams are open for writing.
function writeSync(fd, data) {
  if (fd !== 1 && fd !== 2) {
    const error = new Error('EBADF: bad file descriptor, write');
    error.errno = -9;
    error.code = 'EBADF';
    error.syscall = 'write';
    throw error;
  }
  internalBinding('process').write(fd, data);
  return typeof data === 'string' ? Buffer.byteLength(data) : data.byteLength;
}

// Asynchronous: `calls` jobs one after the other, then the operation's result or error.

function inPool(label, calls, operation, args, done) {
  let error = null;
  let result;
  const step = () => {
    if (--calls > 0) return binding.submit(label, step);
    try {
      result = operation(...args);
    } catch (thrown) {
      error = thrown;
    }
    if (error !== null) done(error);
    else done(null, result);
  };
  binding.submit(label, step);
}

// open, fstat, read, close; a file that is not there fails at once.
function readCalls(name) {
  return binding.kind(absolute(name)) === 0 ? 1 : 4;
}

function callbackOf(args) {
  const callback = args[args.length - 1];
  validateFunction(callback, 'cb');
  return callback;
}

function readFile(name, options, callback) {
  callback = callbackOf(callback === undefined ? [options] : [callback]);
  const { encoding } = optionsOf(options, { encoding: null });
  checkEncoding(encoding);
  name = toPath(name);
  inPool('readFile', readCalls(name), contents, [name, encoding], callback);
}

function stat(name, options, callback) {
  callback = callbackOf(callback === undefined ? [options] : [callback]);
  inPool('stat', 1, status, ['stat', toPath(name)], callback);
}

function lstat(name, options, callback) {
  callback = callbackOf(callback === undefined ? [options] : [callback]);
  inPool('lstat', 1, status, ['lstat', toPath(name)], callback);
}

function readdir(name, options, callback) {
  callback = callbackOf(callback === undefined ? [options] : [callback]);
  inPool('readdir', 1, entries, [toPath(name), optionsOf(options, {})], callback);
}

function access(name, mode, callback) {
  if (typeof mode === 'function') {
    callback = mode;
    mode = constants.F_OK;
  }
  callback = callbackOf([callback]);
  inPool('access', 1, accessible, [toPath(name), mode], (error) => callback(error));
}

function realpath(name, options, callback) {
  callback = callbackOf(callback === undefined ? [options] : [callback]);
  inPool('realpath', 1, (target) => {
    accessible(target, constants.F_OK);
    return absolute(target);
  }, [toPath(name)], callback);
}
realpath.native = realpath;

function exists(name, callback) {
  callback = callbackOf([callback]);
  inPool('access', 1, (target) => binding.kind(absolute(target)) !== 0, [toPath(name)],
         (error, found) => ReflectApply(callback, undefined, [found === true]));
}
ObjectDefineProperty(exists, Symbol.for('nodejs.util.promisify.custom'), {
  __proto__: null,
  value: (name) => new Promise((resolve) => exists(name, resolve)),
});

// The same as promises.

function promised(label, calls, operation, ...args) {
  return new Promise((resolve, reject) => {
    inPool(label, calls, operation, args,
           (error, result) => (error === null ? resolve(result) : reject(error)));
  });
}

const promises = {
  constants,
  async access(name, mode = constants.F_OK) {
    await promised('access', 1, accessible, toPath(name), mode);
  },
  async lstat(name) {
    return promised('lstat', 1, status, 'lstat', toPath(name));
  },
  async readFile(name, options) {
    const { encoding } = optionsOf(options, { encoding: null });
    checkEncoding(encoding);
    name = toPath(name);
    return promised('readFile', readCalls(name), contents, name, encoding);
  },
  async readdir(name, options) {
    return promised('readdir', 1, entries, toPath(name), optionsOf(options, {}));
  },
  async realpath(name) {
    await promised('realpath', 1, accessible, toPath(name), constants.F_OK);
    return absolute(toPath(name));
  },
  async stat(name) {
    return promised('stat', 1, status, 'stat', toPath(name));
  },
};

module.exports = {
  Dirent,
  Stats,
  access,
  accessSync,
  constants,
  exists,
  existsSync,
  lstat,
  lstatSync,
  promises,
  readFile,
  readFileSync,
  readdir,
  readdirSync,
  realpath,
  realpathSync,
  stat,
  statSync,
  writeSync,
};
