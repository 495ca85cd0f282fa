'use strict';

// readFile(), writeFile() and appendFile() with callbacks: a job of the thread pool for each system
// call, as in Node. Source: Node.js documentation "fs.readFile(path[, options], callback)".

const { ArrayPrototypePush, MathMin } = primordials;
const { Buffer } = require('buffer');
const { AbortError, codes } = require('internal/errors');
const {
  binding, checkText, copyOptions, getOptions, isDescriptor, toFlags, toPath, validateCallback,
} = require('internal/fs/arguments');
const { isRegularFile, kSize } = require('internal/fs/stats');
const { bufferFor, kLargestRead } = require('internal/fs/sync');
const { isArrayBufferView } = require('internal/util/types');
const { validateBoolean } = require('internal/validators');

const kChunk = 512 * 1024;
const kUnknownChunk = 64 * 1024;

function aborted(signal) {
  return signal?.aborted ? new AbortError(undefined, { cause: signal.reason }) : null;
}

// One file on its way into memory.
class Reading {
  constructor(callback, encoding, signal, isOpen) {
    this.callback = callback;
    this.encoding = encoding;
    this.signal = signal;
    this.isOpen = isOpen;  // by the program, which closes it too
    this.fd = undefined;
    this.size = 0;
    this.filled = 0;
    this.buffer = null;
    this.chunks = null;
  }

  begin(fd) {
    this.fd = fd;
    binding.fstat(fd, false, (error, numbers) => {
      if (error !== null) return this.close(error);
      this.size = isRegularFile(numbers) ? numbers[kSize] : 0;
      if (this.size > kLargestRead) return this.close(new codes.ERR_FS_FILE_TOO_LARGE(this.size));
      try {
        if (this.size === 0) this.chunks = [];
        else this.buffer = bufferFor(this.fd, this.size);
      } catch (failure) {
        return this.close(failure);
      }
      this.read();
    }, 'readFile');
  }

  read() {
    const abortion = aborted(this.signal);
    if (abortion !== null) return this.close(abortion);
    const isSized = this.size !== 0;
    const buffer = isSized ? this.buffer : Buffer.allocUnsafeSlow(kUnknownChunk);
    const offset = isSized ? this.filled : 0;
    const length = isSized ? MathMin(kChunk, this.size - this.filled) : kUnknownChunk;
    binding.read(this.fd, buffer, offset, length, -1, (error, count) => {
      if (error !== null) return this.close(error);
      this.filled += count;
      if (!isSized && count !== 0) ArrayPrototypePush(this.chunks, buffer.subarray(0, count));
      if (count === 0 || (isSized && this.filled === this.size)) this.close(null);
      else this.read();
    }, 'readFile');
  }

  close(failure) {
    const done = (notClosed) => this.finish(failure ?? notClosed);
    if (this.isOpen) process.nextTick(done, null);
    else binding.close(this.fd, done, 'readFile');
  }

  finish(error) {
    const { callback } = this;
    if (error !== null) return callback(error);
    let result = this.size === 0 ? Buffer.concat(this.chunks, this.filled) :
      this.filled < this.size ? this.buffer.subarray(0, this.filled) : this.buffer;
    if (this.encoding) {
      try {
        result = result.toString(this.encoding);
      } catch (failure) {
        return callback(failure);
      }
    }
    callback(null, result);
  }
}

function readFile(path, options, callback) {
  callback ||= options;
  validateCallback(callback);
  options = getOptions(options, { flag: 'r' });
  const encoding = options.encoding === 'buffer' ? undefined : options.encoding;
  const isOpen = isDescriptor(path);
  const reading = new Reading(callback, encoding, options.signal, isOpen);
  if (isOpen) {
    process.nextTick(() => reading.begin(path));
    return;
  }
  const abortion = aborted(options.signal);
  if (abortion !== null) {
    callback(abortion);
    return;
  }
  const flags = toFlags(options.flag, 'options.flag');
  path = toPath(path);
  binding.open(path, flags, 0o666, (error, fd) => {
    if (error !== null) callback(error);
    else reading.begin(fd);
  }, 'readFile');
}

// Writes what is left of `data`, then closes what it has opened.
function writeAll(fd, isOpen, data, offset, signal, flush, callback) {
  const close = (failure) => {
    if (isOpen) callback(failure);
    else binding.close(fd, (notClosed) => callback(failure ?? notClosed), 'writeFile');
  };
  const abortion = aborted(signal);
  if (abortion !== null) return close(abortion);
  const length = data.byteLength - offset;
  binding.write(fd, data, offset, length, -1, (error, written) => {
    if (error !== null) return close(error);
    if (written !== length) return writeAll(fd, isOpen, data, offset + written, signal, flush, callback);
    if (!flush) return close(null);
    binding.fsync(fd, close, 'writeFile');
  }, 'writeFile');
}

function writeFile(path, data, options, callback) {
  callback ||= options;
  validateCallback(callback);
  options = getOptions(options, { encoding: 'utf8', mode: 0o666, flag: 'w', flush: false });
  const flag = options.flag || 'w';
  const flush = options.flush ?? false;
  validateBoolean(flush, 'options.flush');
  if (!isArrayBufferView(data)) {
    checkText(data, 'data');
    data = Buffer.from(data, options.encoding || 'utf8');
  }
  const { signal } = options;
  if (isDescriptor(path)) {
    writeAll(path, true, data, 0, signal, flush, callback);
    return;
  }
  const abortion = aborted(signal);
  if (abortion !== null) {
    callback(abortion);
    return;
  }
  const fs = require('fs');
  fs.open(path, flag, options.mode, (error, fd) => {
    if (error) callback(error);
    else writeAll(fd, false, data, 0, signal, flush, callback);
  });
}

function appendFile(path, data, options, callback) {
  callback ||= options;
  validateCallback(callback);
  options = copyOptions(getOptions(options, { encoding: 'utf8', mode: 0o666, flag: 'a' }));
  if (!options.flag || isDescriptor(path)) options.flag = 'a';
  require('fs').writeFile(path, data, options, callback);
}

module.exports = { aborted, appendFile, readFile, writeFile };
