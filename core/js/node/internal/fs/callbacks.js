'use strict';

// File operations that call back. Source: Node.js documentation "Callback API". Each is a job for the
// thread pool; the binding calls the program's function itself.

const {
  ObjectDefineProperty,
  Promise,
  SymbolFor,
} = primordials;
const { Buffer } = require('buffer');
const { codes } = require('internal/errors');
const {
  binding, checkTemplate, checkRangeToRead, checkRangeToWrite, checkText, checkViews, encoded, getOptions, toBytes, toDescriptor,
  toFlags, toMode, toOwner, toPath, toPosition, toSeconds, toSmallMode, toWritePosition, validateCallback,
} = require('internal/fs/arguments');
const { entriesFrom } = require('internal/fs/dirent');
const { statFsFrom, statsFrom } = require('internal/fs/stats');
const { checkLinkType, folderOptions, warnOfTruncate } = require('internal/fs/sync');
const { isArrayBufferView } = require('internal/util/types');
const {
  kValidateObjectAllowNullable, validateBoolean, validateBuffer, validateFunction,
  validateInteger, validateObject,
} = require('internal/validators');

const kDefaultRead = 16 * 1024;

// For a value that is made into another one before the program gets it.
function converting(callback, convert) {
  return (error, value) => {
    if (error !== null) callback(error);
    else callback(null, convert(value));
  };
}

function access(path, mode, callback) {
  if (typeof mode === 'function') {
    callback = mode;
    mode = 0;
  }
  path = toPath(path);
  callback = validateCallback(callback);
  binding.access(path, toSmallMode(mode), callback);
}

function exists(path, callback) {
  validateCallback(callback);
  try {
    path = toPath(path);
  } catch {
    return callback(false);
  }
  binding.access(path, 0, (error) => callback(error === null), 'exists');
}
ObjectDefineProperty(exists, SymbolFor('nodejs.util.promisify.custom'), {
  __proto__: null,
  value: function exists(path) {
    return new Promise((resolve) => module.exports.exists(path, resolve));
  },
});

function open(path, flags, mode, callback) {
  path = toPath(path);
  if (arguments.length < 3) {
    callback = flags;
    flags = 'r';
    mode = 0o666;
  } else if (typeof mode === 'function') {
    callback = mode;
    mode = 0o666;
  } else {
    mode = toMode(mode, 'mode', 0o666);
  }
  const flagsNumber = toFlags(flags);
  binding.open(path, flagsNumber, mode, validateCallback(callback));
}

function throwIfFailed(error) {
  if (error !== null) throw error;
}

function close(fd, callback = throwIfFailed) {
  if (callback !== throwIfFailed) callback = validateCallback(callback);
  binding.close(toDescriptor(fd), callback);
}

// ---- Reading ----

// read(fd, callback), read(fd, bufferOrOptions, callback), read(fd, buffer, options, callback) or
// read(fd, buffer, offset, length, position, callback)
function read(fd, buffer, offsetOrOptions, length, position, callback) {
  fd = toDescriptor(fd);
  let offset = offsetOrOptions;
  let options = null;
  if (arguments.length <= 4) {
    if (arguments.length === 4) {
      validateObject(offsetOrOptions, 'options', kValidateObjectAllowNullable);
      callback = length;
      options = offsetOrOptions;
    } else if (arguments.length === 3) {
      if (!isArrayBufferView(buffer)) {
        options = buffer;
        ({ buffer = Buffer.alloc(kDefaultRead) } = options ?? {});
      }
      callback = offsetOrOptions;
    } else {
      callback = buffer;
      buffer = Buffer.alloc(kDefaultRead);
    }
    if (options !== null && options !== undefined)
      validateObject(options, 'options', kValidateObjectAllowNullable);
    ({ offset = 0, length = buffer?.byteLength - offset, position = null } = options ?? {});
  }
  validateBuffer(buffer);
  validateCallback(callback);
  if (offset === undefined || offset === null) offset = 0;
  else validateInteger(offset, 'offset', 0);
  length |= 0;
  if (length === 0) {
    process.nextTick(() => callback(null, 0, buffer));
    return;
  }
  if (buffer.byteLength === 0)
    throw new codes.ERR_INVALID_ARG_VALUE('buffer', buffer, 'is empty and cannot be written');
  checkRangeToRead(offset, length, buffer.byteLength);
  position = toPosition(position);
  binding.read(fd, buffer, offset, length, position, (error, count) => callback(error, count || 0, buffer));
}

function readv(fd, buffers, position, callback) {
  fd = toDescriptor(fd);
  checkViews(buffers);
  callback = validateCallback(callback || position);
  binding.readv(fd, buffers, toWritePosition(position), (error, count) => callback(error, count || 0, buffers));
}

// util.promisify() gives objects of these names.
function nameResults(operation, ...names) {
  ObjectDefineProperty(operation, require('internal/util').customPromisifyArgs, {
    __proto__: null, enumerable: false, value: names,
  });
}
nameResults(read, 'bytesRead', 'buffer');
nameResults(readv, 'bytesRead', 'buffers');

// ---- Writing ----

// write(fd, buffer[, offset[, length[, position]]], callback), write(fd, buffer, options, callback) or
// write(fd, text[, position[, encoding]], callback)
function write(fd, buffer, offsetOrOptions, length, position, callback) {
  fd = toDescriptor(fd);
  let offset = offsetOrOptions;
  if (!isArrayBufferView(buffer)) return writeText(fd, buffer, offset, length, position);
  callback = validateCallback(callback || position || length || offset);
  if (typeof offset === 'object')
    ({ offset = 0, length = buffer.byteLength - offset, position = null } = offsetOrOptions ?? {});
  if (offset === undefined || offset === null || typeof offset === 'function') offset = 0;
  else validateInteger(offset, 'offset', 0);
  if (typeof length !== 'number') length = buffer.byteLength - offset;
  checkRangeToWrite(offset, length, buffer.byteLength);
  binding.write(fd, buffer, offset, length, toWritePosition(position),
                (error, count) => callback(error, count || 0, buffer));
}

function writeText(fd, text, position, encoding, callback) {
  checkText(text, 'buffer');
  if (typeof callback !== 'function') {
    if (typeof position === 'function') {
      callback = position;
      position = null;
    } else {
      callback = encoding;
    }
    encoding = 'utf8';
  }
  const bytes = toBytes(text, encoding);
  callback = validateCallback(callback);
  binding.write(fd, bytes, 0, bytes.length, toWritePosition(position),
                (error, count) => callback(error, count || 0, text));
}

function writev(fd, buffers, position, callback) {
  fd = toDescriptor(fd);
  checkViews(buffers);
  callback = validateCallback(callback || position);
  if (buffers.length === 0) {
    process.nextTick(callback, null, 0, buffers);
    return;
  }
  binding.writev(fd, buffers, toWritePosition(position), (error, count) => callback(error, count || 0, buffers));
}
nameResults(write, 'bytesWritten', 'buffer');
nameResults(writev, 'bytesWritten', 'buffers');

function fsync(fd, callback) {
  callback = validateCallback(callback);
  binding.fsync(toDescriptor(fd), callback);
}

function fdatasync(fd, callback) {
  callback = validateCallback(callback);
  binding.fdatasync(toDescriptor(fd), callback);
}

function ftruncate(fd, len = 0, callback) {
  if (typeof len === 'function') {
    callback = len;
    len = 0;
  }
  validateInteger(len, 'len');
  callback = validateCallback(callback);
  binding.ftruncate(toDescriptor(fd), len < 0 ? 0 : len, callback);
}

function truncate(path, len, callback) {
  if (typeof path === 'number') {
    warnOfTruncate();
    return ftruncate(path, len, callback);
  }
  if (typeof len === 'function') {
    callback = len;
    len = 0;
  } else if (len === undefined) {
    len = 0;
  }
  validateInteger(len, 'len');
  len = len < 0 ? 0 : len;
  validateFunction(callback, 'cb');
  open(path, 'r+', (error, fd) => {
    if (error) return callback(error);
    binding.ftruncate(fd, len, (failure) => {
      binding.close(fd, (notClosed) => callback(failure ?? notClosed));
    });
  });
}

// ---- What is known of a file ----

function statBy(operation, path, options, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = {};
  }
  validateCallback(callback);
  operation(path(), Boolean(options?.bigint), converting(callback, statsFrom));
}

function stat(path, options = { bigint: false }, callback) {
  statBy(binding.stat, () => toPath(path), options, callback);
}

function lstat(path, options = { bigint: false }, callback) {
  statBy(binding.lstat, () => toPath(path), options, callback);
}

function fstat(fd, options = { bigint: false }, callback) {
  statBy(binding.fstat, () => toDescriptor(fd), options, callback);
}

function statfs(path, options = { bigint: false }, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = {};
  }
  validateCallback(callback);
  binding.statfs(toPath(path), Boolean(options?.bigint), converting(callback, statFsFrom));
}

function chmod(path, mode, callback) {
  path = toPath(path);
  mode = toMode(mode, 'mode');
  binding.chmod(path, mode, validateCallback(callback));
}

function fchmod(fd, mode, callback) {
  mode = toMode(mode, 'mode');
  callback = validateCallback(callback);
  binding.fchmod(toDescriptor(fd), mode, callback);
}

function chown(path, uid, gid, callback) {
  callback = validateCallback(callback);
  path = toPath(path);
  binding.chown(path, toOwner(uid, 'uid'), toOwner(gid, 'gid'), callback);
}

function fchown(fd, uid, gid, callback) {
  uid = toOwner(uid, 'uid');
  gid = toOwner(gid, 'gid');
  callback = validateCallback(callback);
  binding.fchown(toDescriptor(fd), uid, gid, callback);
}

function lchown(path, uid, gid, callback) {
  callback = validateCallback(callback);
  path = toPath(path);
  binding.lchown(path, toOwner(uid, 'uid'), toOwner(gid, 'gid'), callback);
}

function utimes(path, atime, mtime, callback) {
  callback = validateCallback(callback);
  path = toPath(path);
  binding.utimes(path, toSeconds(atime), toSeconds(mtime), callback);
}

function futimes(fd, atime, mtime, callback) {
  atime = toSeconds(atime, 'atime');
  mtime = toSeconds(mtime, 'mtime');
  callback = validateCallback(callback);
  binding.futimes(toDescriptor(fd), atime, mtime, callback);
}

function lutimes(path, atime, mtime, callback) {
  callback = validateCallback(callback);
  path = toPath(path);
  binding.lutimes(path, toSeconds(atime), toSeconds(mtime), callback);
}

// ---- Folders and names ----

function mkdir(path, options, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = undefined;
  }
  callback = validateCallback(callback);
  path = toPath(path);
  const { mode, recursive } = folderOptions(options);
  if (recursive) binding.mkdirAll(path, mode, callback);
  else binding.mkdir(path, mode, callback);
}

function mkdtemp(prefix, options, callback) {
  callback = validateCallback(typeof options === 'function' ? options : callback);
  options = getOptions(options);
  prefix = toPath(prefix, 'prefix');
  checkTemplate(prefix);
  binding.mkdtemp(prefix, converting(callback, (path) => encoded(path, options.encoding)));
}

function readdir(path, options, callback) {
  callback = validateCallback(typeof options === 'function' ? options : callback);
  options = getOptions(options);
  path = toPath(path);
  if (options.recursive !== undefined && options.recursive !== null)
    validateBoolean(options.recursive, 'options.recursive');
  if (options.recursive) {
    callback(null, require('internal/fs/readdir_recursive').readdirRecursiveSync(path, options));
    return;
  }
  binding.scandir(path, converting(callback, (found) => entriesFrom(found, path, options)), 'readdir');
}

function rmdir(path, options, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = undefined;
  }
  if (options?.recursive) {
    return require('internal/fs/rm').rmdirRecursive(path, options, callback);
  }
  callback = validateCallback(callback);
  path = toPath(path);
  require('internal/fs/rm').validateRmdirOptions(options);
  binding.rmdir(path, callback);
}

function link(existingPath, newPath, callback) {
  callback = validateCallback(callback);
  existingPath = toPath(existingPath, 'existingPath');
  newPath = toPath(newPath, 'newPath');
  binding.link(existingPath, newPath, callback);
}

function symlink(target, path, type, callback) {
  if (callback === undefined) {
    callback = validateCallback(type);
    type = undefined;
  } else {
    validateCallback(callback);
  }
  target = toPath(target, 'target');
  path = toPath(path);
  checkLinkType(type);
  binding.symlink(target, path, callback);
}

function readlink(path, options, callback) {
  callback = validateCallback(typeof options === 'function' ? options : callback);
  options = getOptions(options);
  path = toPath(path, 'oldPath');
  binding.readlink(path, converting(callback, (target) => encoded(target, options.encoding)));
}

function rename(oldPath, newPath, callback) {
  callback = validateCallback(callback);
  oldPath = toPath(oldPath, 'oldPath');
  newPath = toPath(newPath, 'newPath');
  binding.rename(oldPath, newPath, callback);
}

function unlink(path, callback) {
  callback = validateCallback(callback);
  path = toPath(path);
  binding.unlink(path, callback);
}

function copyFile(src, dest, mode, callback) {
  if (typeof mode === 'function') {
    callback = mode;
    mode = 0;
  }
  src = toPath(src, 'src');
  dest = toPath(dest, 'dest');
  callback = validateCallback(callback);
  binding.copyFile(src, dest, (toSmallMode(mode) & 1) === 0, callback);
}

module.exports = {
  access,
  chmod,
  chown,
  close,
  copyFile,
  exists,
  fchmod,
  fchown,
  fdatasync,
  fstat,
  fsync,
  ftruncate,
  futimes,
  lchown,
  link,
  lstat,
  lutimes,
  mkdir,
  mkdtemp,
  open,
  read,
  readdir,
  readlink,
  readv,
  rename,
  rmdir,
  stat,
  statfs,
  symlink,
  truncate,
  unlink,
  utimes,
  write,
  writev,
};
