'use strict';

// File operations that keep the caller waiting. Source: Node.js documentation "Synchronous API".

const { ArrayPrototypePush } = primordials;
const { Buffer } = require('buffer');
const { FastBuffer } = require('internal/buffer_memory');
const { codes } = require('internal/errors');
const {
  binding, checkTemplate, checkRangeToRead, checkRangeToWrite, checkText, checkViews, copyOptions, encoded, getOptions,
  isDescriptor, toBytes, toDescriptor, toFlags, toMode, toOwner, toPath, toPosition, toSeconds, toSmallMode,
  toWritePosition,
} = require('internal/fs/arguments');
const { entriesFrom } = require('internal/fs/dirent');
const { isRegularFile, kSize, statFsFrom, statsFrom } = require('internal/fs/stats');
const { isArrayBufferView } = require('internal/util/types');
const {
  kValidateObjectAllowNullable, validateBoolean, validateBuffer, validateInteger,
  validateObject,
} = require('internal/validators');

const kLargestRead = 2 ** 31 - 1;
const kUnknownChunk = 64 * 1024;

function accessSync(path, mode) {
  binding.access(toPath(path), toSmallMode(mode));
}

function existsSync(path) {
  try {
    path = toPath(path);
    binding.access(path, 0);
    return true;
  } catch {
    return false;
  }
}

function openSync(path, flags, mode) {
  return binding.open(toPath(path), toFlags(flags), toMode(mode, 'mode', 0o666));
}

function closeSync(fd) {
  binding.close(toDescriptor(fd));
}

// ---- Reading ----

// read(fd, buffer, offset, length, position) or read(fd, buffer, { offset, length, position })
function readSync(fd, buffer, offsetOrOptions, length, position) {
  fd = toDescriptor(fd);
  validateBuffer(buffer);
  let offset = offsetOrOptions;
  if (arguments.length <= 3 || typeof offsetOrOptions === 'object') {
    if (offsetOrOptions !== undefined) validateObject(offsetOrOptions, 'options', kValidateObjectAllowNullable);
    ({ offset = 0, length = buffer.byteLength - offset, position = null } = offsetOrOptions ?? {});
  }
  if (offset === undefined || offset === null) offset = 0;
  else validateInteger(offset, 'offset', 0);
  length |= 0;
  if (length === 0) return 0;
  if (buffer.byteLength === 0)
    throw new codes.ERR_INVALID_ARG_VALUE('buffer', buffer, 'is empty and cannot be written');
  checkRangeToRead(offset, length, buffer.byteLength);
  return binding.read(fd, buffer, offset, length, toPosition(position));
}

function readvSync(fd, buffers, position) {
  fd = toDescriptor(fd);
  checkViews(buffers);
  return binding.readv(fd, buffers, toWritePosition(position));
}

function readToEnd(fd) {
  const chunks = [];
  for (;;) {
    const chunk = Buffer.allocUnsafe(kUnknownChunk);
    const count = binding.read(fd, chunk, 0, kUnknownChunk, -1);
    if (count === 0) return Buffer.concat(chunks);
    ArrayPrototypePush(chunks, chunk.subarray(0, count));
  }
}

// Memory for a whole file.
function bufferFor(fd, size) {
  const memory = binding.mappedBuffer(fd, size);
  return memory === undefined ? Buffer.allocUnsafeSlow(size) : new FastBuffer(memory, 0, size);
}

function readSized(fd, size) {
  if (size > kLargestRead) throw new codes.ERR_FS_FILE_TOO_LARGE(size);
  const buffer = bufferFor(fd, size);
  let filled = 0;
  while (filled < size) {
    const count = binding.read(fd, buffer, filled, size - filled, -1);
    if (count === 0) break;
    filled += count;
  }
  return filled === size ? buffer : buffer.subarray(0, filled);
}

function readFileSync(path, options) {
  options = getOptions(options, { flag: 'r' });
  const isOpen = isDescriptor(path);
  const fd = isOpen ? path : openSync(path, options.flag, 0o666);
  let buffer;
  try {
    const numbers = binding.fstat(fd, false);
    const size = isRegularFile(numbers) ? numbers[kSize] : 0;
    buffer = size === 0 ? readToEnd(fd) : readSized(fd, size);
  } finally {
    if (!isOpen) binding.close(fd);
  }
  return options.encoding && options.encoding !== 'buffer' ? buffer.toString(options.encoding) : buffer;
}

// ---- Writing ----

// write(fd, buffer, offset, length, position), the same with an object, or write(fd, text, position,
// encoding)
function writeSync(fd, buffer, offsetOrOptions, length, position) {
  fd = toDescriptor(fd);
  let offset = offsetOrOptions;
  if (!isArrayBufferView(buffer)) {
    checkText(buffer, 'buffer');
    const bytes = toBytes(buffer, length);
    return binding.write(fd, bytes, 0, bytes.length, toWritePosition(offset === undefined ? null : offset));
  }
  if (position === undefined) position = null;
  if (typeof offset === 'object')
    ({ offset = 0, length = buffer.byteLength - offset, position = null } = offsetOrOptions ?? {});
  if (offset === undefined || offset === null) offset = 0;
  else validateInteger(offset, 'offset', 0);
  if (typeof length !== 'number') length = buffer.byteLength - offset;
  checkRangeToWrite(offset, length, buffer.byteLength);
  return binding.write(fd, buffer, offset, length, toWritePosition(position));
}

function writevSync(fd, buffers, position) {
  fd = toDescriptor(fd);
  checkViews(buffers);
  if (buffers.length === 0) return 0;
  return binding.writev(fd, buffers, toWritePosition(position));
}

function writeFileSync(path, data, options) {
  options = getOptions(options, { encoding: 'utf8', mode: 0o666, flag: 'w', flush: false });
  const flush = options.flush ?? false;
  validateBoolean(flush, 'options.flush');
  if (!isArrayBufferView(data)) {
    checkText(data, 'data');
    data = Buffer.from(data, options.encoding || 'utf8');
  }
  const isOpen = isDescriptor(path);
  const fd = isOpen ? path : openSync(path, options.flag || 'w', options.mode);
  try {
    let offset = 0;
    while (offset < data.byteLength)
      offset += binding.write(fd, data, offset, data.byteLength - offset, -1);
    if (flush) binding.fsync(fd);
  } finally {
    if (!isOpen) binding.close(fd);
  }
}

function appendFileSync(path, data, options) {
  options = copyOptions(getOptions(options, { encoding: 'utf8', mode: 0o666, flag: 'a' }));
  if (!options.flag || isDescriptor(path)) options.flag = 'a';
  writeFileSync(path, data, options);
}

function fsyncSync(fd) {
  binding.fsync(toDescriptor(fd));
}

function fdatasyncSync(fd) {
  binding.fdatasync(toDescriptor(fd));
}

function ftruncateSync(fd, len = 0) {
  validateInteger(len, 'len');
  binding.ftruncate(toDescriptor(fd), len < 0 ? 0 : len);
}

function truncateSync(path, len) {
  if (typeof path === 'number') {
    warnOfTruncate();
    return ftruncateSync(path, len);
  }
  if (len === undefined) len = 0;
  const fd = openSync(path, 'r+');
  try {
    ftruncateSync(fd, len);
  } finally {
    closeSync(fd);
  }
}

let warned = false;

function warnOfTruncate() {
  if (warned) return;
  warned = true;
  process.emitWarning(
    'Using fs.truncate with a file descriptor is deprecated. Please use fs.ftruncate with a file descriptor instead.',
    'DeprecationWarning', 'DEP0081');
}

// ---- What is known of a file ----

function statBy(operation, path, { bigint = false, throwIfNoEntry = true }) {
  try {
    return statsFrom(operation(toPath(path), bigint));
  } catch (error) {
    if (!throwIfNoEntry && error.syscall !== undefined && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function statSync(path, options = { bigint: false, throwIfNoEntry: true }) {
  return statBy(binding.stat, path, options);
}

function lstatSync(path, options = { bigint: false, throwIfNoEntry: true }) {
  return statBy(binding.lstat, path, options);
}

function fstatSync(fd, options = { bigint: false }) {
  return statsFrom(binding.fstat(toDescriptor(fd), Boolean(options.bigint)));
}

function statfsSync(path, options = { bigint: false }) {
  return statFsFrom(binding.statfs(toPath(path), Boolean(options.bigint)));
}

function chmodSync(path, mode) {
  path = toPath(path);
  binding.chmod(path, toMode(mode, 'mode'));
}

function fchmodSync(fd, mode) {
  mode = toMode(mode, 'mode');
  binding.fchmod(toDescriptor(fd), mode);
}

function chownBy(operation, target, uid, gid) {
  operation(target, toOwner(uid, 'uid'), toOwner(gid, 'gid'));
}

function chownSync(path, uid, gid) {
  chownBy(binding.chown, toPath(path), uid, gid);
}

function fchownSync(fd, uid, gid) {
  uid = toOwner(uid, 'uid');
  gid = toOwner(gid, 'gid');
  binding.fchown(toDescriptor(fd), uid, gid);
}

function lchownSync(path, uid, gid) {
  chownBy(binding.lchown, toPath(path), uid, gid);
}

function utimesSync(path, atime, mtime) {
  path = toPath(path);
  binding.utimes(path, toSeconds(atime), toSeconds(mtime));
}

function futimesSync(fd, atime, mtime) {
  atime = toSeconds(atime, 'atime');
  mtime = toSeconds(mtime, 'mtime');
  binding.futimes(toDescriptor(fd), atime, mtime);
}

function lutimesSync(path, atime, mtime) {
  path = toPath(path);
  binding.lutimes(path, toSeconds(atime), toSeconds(mtime));
}

// ---- Folders and names ----

function folderOptions(options) {
  let mode = 0o777;
  let recursive = false;
  if (typeof options === 'number' || typeof options === 'string') {
    mode = toMode(options, 'mode');
  } else if (options) {
    if (options.recursive !== undefined) {
      recursive = options.recursive;
      validateBoolean(recursive, 'options.recursive');
    }
    if (options.mode !== undefined) mode = toMode(options.mode, 'mode');
  }
  return { mode, recursive };
}

function mkdirSync(path, options) {
  path = toPath(path);
  const { mode, recursive } = folderOptions(options);
  if (recursive) return binding.mkdirAll(path, mode);
  binding.mkdir(path, mode);
}

function mkdtempSync(prefix, options) {
  options = getOptions(options);
  prefix = toPath(prefix, 'prefix');
  checkTemplate(prefix);
  return encoded(binding.mkdtemp(prefix), options.encoding);
}

function readdirSync(path, options) {
  options = getOptions(options);
  path = toPath(path);
  if (options.recursive !== undefined && options.recursive !== null)
    validateBoolean(options.recursive, 'options.recursive');
  if (options.recursive) return require('internal/fs/readdir_recursive').readdirRecursiveSync(path, options);
  return entriesFrom(binding.scandir(path), path, options);
}

function linkSync(existingPath, newPath) {
  existingPath = toPath(existingPath, 'existingPath');
  binding.link(existingPath, toPath(newPath, 'newPath'));
}

// Types of links are Windows's.
function checkLinkType(type) {
  if (type !== undefined && type !== null && type !== 'dir' && type !== 'file' && type !== 'junction')
    throw new codes.ERR_FS_INVALID_SYMLINK_TYPE(type);
}

function symlinkSync(target, path, type) {
  if (typeof type !== 'string') type = undefined;
  target = toPath(target, 'target');
  path = toPath(path);
  checkLinkType(type);
  binding.symlink(target, path);
}

function readlinkSync(path, options) {
  options = getOptions(options);
  return encoded(binding.readlink(toPath(path)), options.encoding);
}

function renameSync(oldPath, newPath) {
  oldPath = toPath(oldPath, 'oldPath');
  binding.rename(oldPath, toPath(newPath, 'newPath'));
}

function unlinkSync(path) {
  binding.unlink(toPath(path));
}

function copyFileSync(src, dest, mode) {
  src = toPath(src, 'src');
  dest = toPath(dest, 'dest');
  binding.copyFile(src, dest, (toSmallMode(mode) & 1) === 0);
}

module.exports = {
  accessSync,
  appendFileSync,
  bufferFor,
  checkLinkType,
  chmodSync,
  chownSync,
  closeSync,
  copyFileSync,
  existsSync,
  fchmodSync,
  fchownSync,
  fdatasyncSync,
  folderOptions,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  futimesSync,
  kLargestRead,
  lchownSync,
  linkSync,
  lstatSync,
  lutimesSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  readdirSync,
  readlinkSync,
  readvSync,
  renameSync,
  statSync,
  statfsSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  utimesSync,
  warnOfTruncate,
  writeFileSync,
  writeSync,
  writevSync,
};
