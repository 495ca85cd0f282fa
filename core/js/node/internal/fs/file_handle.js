'use strict';

// An open file of the promise API. Source: Node.js documentation "Class: FileHandle".

const {
  ArrayPrototypePush,
  Error,
  ErrorCaptureStackTrace,
  MathMin,
  Promise,
  PromisePrototypeThen,
  PromiseResolve,
  Symbol,
} = primordials;
const { Buffer } = require('buffer');
const EventEmitter = require('events');
const { AbortError, codes } = require('internal/errors');
const {
  binding, checkRangeToRead, checkRangeToWrite, checkText, checkViews, getOptions, toMode, toOwner,
  toBytes, toSeconds, toWritePosition,
} = require('internal/fs/arguments');
const { isRegularFile, kSize, statsFrom } = require('internal/fs/stats');
const { bufferFor, kLargestRead } = require('internal/fs/sync');
const { kEmptyObject, SymbolAsyncDispose } = require('internal/util');
const { isArrayBufferView } = require('internal/util/types');
const {
  kValidateObjectAllowNullable, validateAbortSignal, validateBoolean, validateBuffer, validateInteger, validateObject,
  validateString,
} = require('internal/validators');

const kHandle = Symbol('kHandle');
const kFd = Symbol('kFd');
const kRefs = Symbol('kRefs');
const kClosePromise = Symbol('kClosePromise');
const kCloseResolve = Symbol('kCloseResolve');
const kCloseReject = Symbol('kCloseReject');
const kRef = Symbol('kRef');
const kUnref = Symbol('kUnref');
const kLocked = Symbol('kLocked');

const kDefaultRead = 16 * 1024;
const kReadChunk = 512 * 1024;
const kUnknownChunk = 64 * 1024;
const kWriteChunk = 512 * 1024;

// ---- Operations as promises ----

// An operation failed with nothing of the program's on the stack: the stack is that of who waits.
function rethrow(error) {
  ErrorCaptureStackTrace(error, rethrow);
  throw error;
}

// What a binding's operation with these arguments gives.
function request(operation, ...args) {
  return PromisePrototypeThen(new Promise((resolve, reject) => {
    operation(...args, (error, value) => {
      if (error !== null) reject(error);
      else resolve(value);
    });
  }), undefined, rethrow);
}

function abortError(signal) {
  return new AbortError(undefined, { cause: signal?.reason });
}

function throwIfAborted(signal) {
  if (signal?.aborted) throw abortError(signal);
}

// What the native part of a handle is, for those who look at one.
const NativeHandle = class FileHandle {};

class FileHandle extends EventEmitter {
  constructor(fd) {
    super();
    this.close = { close: () => closeHandle(this) }.close;
    this[kHandle] = new NativeHandle();
    this[kFd] = fd === undefined ? -1 : fd;
    this[kRefs] = 1;
    this[kClosePromise] = null;
  }

  getAsyncId() { return this[kFd]; }
  get fd() { return this[kFd]; }
  appendFile(data, options) { return call(writeFile, this, data, options); }
  chmod(mode) { return call(fchmod, this, mode); }
  chown(uid, gid) { return call(fchown, this, uid, gid); }
  datasync() { return call(fdatasync, this); }
  sync() { return call(fsync, this); }
  read(buffer, offset, length, position) { return call(read, this, buffer, offset, length, position); }
  readv(buffers, position) { return call(readv, this, buffers, position); }
  readFile(options) { return call(readFile, this, options); }
  readLines(options = undefined) {
    return require('readline').createInterface({ input: this.createReadStream(options), crlfDelay: Infinity });
  }
  stat(options) { return call(fstat, this, options); }
  truncate(len = 0) { return call(ftruncate, this, len); }
  utimes(atime, mtime) { return call(futimes, this, atime, mtime); }
  write(buffer, offset, length, position) { return call(write, this, buffer, offset, length, position); }
  writev(buffers, position) { return call(writev, this, buffers, position); }
  writeFile(data, options) { return call(writeFile, this, data, options); }
  readableWebStream(options = kEmptyObject) {
    if (this[kFd] === -1) throw new codes.ERR_INVALID_STATE('The FileHandle is closed');
    if (this[kClosePromise]) throw new codes.ERR_INVALID_STATE('The FileHandle is closing');
    if (this[kLocked]) throw new codes.ERR_INVALID_STATE('The FileHandle is locked');
    this[kLocked] = true;
    if (options.type !== undefined) validateString(options.type, 'options.type');
    const stream = require('internal/fs/web_stream').webStreamOf(this, options.type, () => this[kUnref]());
    this[kRef]();
    return stream;
  }
  createReadStream(options = undefined) {
    const { ReadStream } = require('internal/fs/streams');
    return new ReadStream(undefined, { ...options, fd: this });
  }
  createWriteStream(options = undefined) {
    const { WriteStream } = require('internal/fs/streams');
    return new WriteStream(undefined, { ...options, fd: this });
  }
  [SymbolAsyncDispose]() { return this.close(); }
  [kRef]() { this[kRefs]++; }
  [kUnref]() {
    this[kRefs]--;
    if (this[kRefs] !== 0) return;
    const fd = this[kFd];
    this[kFd] = -1;
    PromisePrototypeThen(request(binding.close, fd), this[kCloseResolve], this[kCloseReject]);
  }
}

function forget(handle) {
  handle[kClosePromise] = undefined;
}

function closeHandle(handle) {
  if (handle[kFd] === -1) return PromiseResolve();
  if (handle[kClosePromise]) return handle[kClosePromise];
  handle[kRefs]--;
  const fd = handle[kFd];
  if (handle[kRefs] === 0) {
    handle[kFd] = -1;
    handle[kClosePromise] = request(binding.close, fd);
  } else {
    handle[kClosePromise] = new Promise((resolve, reject) => {
      handle[kCloseResolve] = resolve;
      handle[kCloseReject] = reject;
    });
  }
  const closed = handle[kClosePromise];
  handle[kClosePromise] = PromisePrototypeThen(
    closed, () => forget(handle), (error) => { forget(handle); throw error; });
  handle.emit('close');
  return handle[kClosePromise];
}

// An operation keeps the file open until it is done.
async function call(operation, handle, ...args) {
  requireHandle(handle);
  if (handle.fd === -1) {
    const error = new Error('file closed');
    error.code = 'EBADF';
    error.syscall = operation.name;
    throw error;
  }
  try {
    handle[kRef]();
    return await operation(handle, ...args);
  } finally {
    handle[kUnref]();
  }
}

function requireHandle(handle) {
  if (handle?.[kHandle] === undefined)
    throw new codes.ERR_INVALID_ARG_TYPE('filehandle', 'FileHandle', handle);
}

// ---- What they do ----

function bytesRead(count, buffer) {
  return { __proto__: null, bytesRead: count, buffer };
}

function bytesWritten(count, buffer) {
  return { __proto__: null, bytesWritten: count, buffer };
}

// read(buffer, offset, length, position), read(buffer, options) or read(options)
async function read(handle, bufferOrOptions, offset, length, position) {
  let buffer = bufferOrOptions;
  if (!isArrayBufferView(buffer)) {
    if (bufferOrOptions !== undefined)
      validateObject(bufferOrOptions, 'options', kValidateObjectAllowNullable);
    ({
      buffer = Buffer.alloc(kDefaultRead), offset = 0, length = buffer.byteLength - offset, position = null,
    } = bufferOrOptions ?? {});
    validateBuffer(buffer);
  }
  if (offset !== null && typeof offset === 'object')
    ({ offset = 0, length = buffer.byteLength - offset, position = null } = offset);
  if (offset === undefined || offset === null) offset = 0;
  else validateInteger(offset, 'offset', 0);
  length ??= buffer.byteLength - offset;
  if (length === 0) return bytesRead(length, buffer);
  if (buffer.byteLength === 0)
    throw new codes.ERR_INVALID_ARG_VALUE('buffer', buffer, 'is empty and cannot be written');
  checkRangeToRead(offset, length, buffer.byteLength);
  position = toWritePosition(position);
  return bytesRead(await request(binding.read, handle.fd, buffer, offset, length, position) || 0, buffer);
}

async function readv(handle, buffers, position) {
  checkViews(buffers);
  const count = await request(binding.readv, handle.fd, buffers, toWritePosition(position)) || 0;
  return { __proto__: null, bytesRead: count, buffers };
}

// write(buffer, offset, length, position), write(buffer, options) or write(text, position, encoding)
async function write(handle, buffer, offsetOrOptions, length, position) {
  if (buffer?.byteLength === 0) return bytesWritten(0, buffer);
  let offset = offsetOrOptions;
  if (isArrayBufferView(buffer)) {
    if (typeof offset === 'object')
      ({ offset = 0, length = buffer.byteLength - offset, position = null } = offsetOrOptions ?? {});
    if (offset === undefined || offset === null) offset = 0;
    else validateInteger(offset, 'offset', 0);
    if (typeof length !== 'number') length = buffer.byteLength - offset;
    checkRangeToWrite(offset, length, buffer.byteLength);
    const count = await request(
      binding.write, handle.fd, buffer, offset, length, toWritePosition(position)) || 0;
    return bytesWritten(count, buffer);
  }
  checkText(buffer, 'buffer');
  const bytes = toBytes(buffer, length);
  const count = await request(
    binding.write, handle.fd, bytes, 0, bytes.length, toWritePosition(offset)) || 0;
  return bytesWritten(count, buffer);
}

async function writev(handle, buffers, position) {
  checkViews(buffers);
  if (buffers.length === 0) return { __proto__: null, bytesWritten: 0, buffers };
  const count = await request(binding.writev, handle.fd, buffers, toWritePosition(position)) || 0;
  return { __proto__: null, bytesWritten: count, buffers };
}

async function readFile(handle, options) {
  options = getOptions(options, { flag: 'r' });
  return readWhole(handle, options);
}

// Reads what is left of the file.
async function readWhole(handle, { signal, encoding }) {
  throwIfAborted(signal);
  const numbers = await request(binding.fstat, handle.fd, false);
  throwIfAborted(signal);
  const size = isRegularFile(numbers) ? numbers[kSize] : 0;
  if (size > kLargestRead) throw new codes.ERR_FS_FILE_TOO_LARGE(size);
  const buffer = size === 0 ? await readChunks(handle.fd, signal) : await readSized(handle.fd, size, signal);
  return encoding && encoding !== 'buffer' ? buffer.toString(encoding) : buffer;
}

async function readSized(fd, size, signal) {
  const buffer = bufferFor(fd, size);
  let filled = 0;
  while (filled < size) {
    throwIfAborted(signal);
    const length = MathMin(kReadChunk, size - filled);
    const count = await request(binding.read, fd, buffer, filled, length, -1);
    filled += count;
    if (count === 0) break;
  }
  return filled === size ? buffer : buffer.subarray(0, filled);
}

async function readChunks(fd, signal) {
  const chunks = [];
  for (;;) {
    throwIfAborted(signal);
    const chunk = Buffer.allocUnsafeSlow(kUnknownChunk);
    const count = await request(binding.read, fd, chunk, 0, kUnknownChunk, -1);
    if (count === 0) return Buffer.concat(chunks);
    ArrayPrototypePush(chunks, chunk.subarray(0, count));
  }
}

async function writeFile(handle, data, options) {
  options = getOptions(options, { encoding: 'utf8', mode: 0o666, flag: 'w', flush: false });
  return writeWhole(handle, data, options);
}

function isIterable(data) {
  return require('internal/streams/status').isIterable(data);
}

async function writeWhole(handle, data, { encoding, signal }) {
  if (typeof data !== 'string' && !isArrayBufferView(data) && isIterable(data)) {
    throwIfAborted(signal);
    for await (const chunk of data) {
      throwIfAborted(signal);
      await writeBytes(handle.fd, isArrayBufferView(chunk) ? chunk : Buffer.from(chunk, encoding || 'utf8'), signal);
      throwIfAborted(signal);
    }
    return;
  }
  if (!isArrayBufferView(data)) {
    checkText(data, 'data');
    data = Buffer.from(data, encoding || 'utf8');
  }
  await writeBytes(handle.fd, data, signal);
}

async function writeBytes(fd, data, signal) {
  let written = 0;
  while (written < data.byteLength) {
    throwIfAborted(signal);
    const length = MathMin(kWriteChunk, data.byteLength - written);
    written += await request(binding.write, fd, data, written, length, -1);
  }
}

async function fstat(handle, options = { bigint: false }) {
  return statsFrom(await request(binding.fstat, handle.fd, Boolean(options.bigint)));
}

async function ftruncate(handle, len = 0) {
  validateInteger(len, 'len');
  await request(binding.ftruncate, handle.fd, len < 0 ? 0 : len);
}

async function fsync(handle) {
  await request(binding.fsync, handle.fd);
}

async function fdatasync(handle) {
  await request(binding.fdatasync, handle.fd);
}

async function fchmod(handle, mode) {
  await request(binding.fchmod, handle.fd, toMode(mode, 'mode'));
}

async function fchown(handle, uid, gid) {
  await request(binding.fchown, handle.fd, toOwner(uid, 'uid'), toOwner(gid, 'gid'));
}

async function futimes(handle, atime, mtime) {
  await request(binding.futimes, handle.fd, toSeconds(atime, 'atime'), toSeconds(mtime, 'mtime'));
}

module.exports = {
  FileHandle, ftruncate, kRef, kUnref, readWhole, request, throwIfAborted, writeWhole,
};
