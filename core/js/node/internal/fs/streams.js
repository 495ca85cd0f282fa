'use strict';

// Streams over files. Source: Node.js documentation "Class: fs.ReadStream", "Class: fs.WriteStream",
// "fs.createReadStream(path[, options])". A read or write is one file operation at a time; a stream that
// is destroyed meanwhile closes its file when that is done.

const {
  FunctionPrototypeCall,
  MathMin,
  ObjectDefineProperties,
  ObjectSetPrototypeOf,
  ReflectApply,
  Symbol,
} = primordials;
const { Buffer } = require('buffer');
const { codes } = require('internal/errors');
const { copyOptions, getOptions, toDescriptor, toPath } = require('internal/fs/arguments');
const { deprecate } = require('internal/util');
const { errorOrDestroy } = require('internal/streams/destroy');
const { kCore } = require('internal/streams/states');
const { validateBoolean, validateFunction, validateInteger } = require('internal/validators');
const { basename } = require('path');
const { Readable, Writable, finished } = require('stream');
const streamBinding = internalBinding('stream');

const kFs = Symbol('kFs');
const kIoDone = Symbol('kIoDone');
const kIsPerformingIO = Symbol('kIsPerformingIO');

const kReadHighWaterMark = 64 * 1024;

// ---- Opening and closing ----

function openFile(stream, done) {
  stream[kFs].open(stream.path, stream.flags, stream.mode, (error, fd) => {
    if (error) return done(error);
    stream.fd = fd;
    done();
    stream.emit('open', fd);
    stream.emit('ready');
  });
}

// A program may have its own open(), which says by events what came of it.
function openByOwnMethod(stream, done) {
  const { emit } = stream;
  stream.emit = function(...args) {
    if (args[0] === 'open' || args[0] === 'error') this.emit = emit;
    if (args[0] === 'error') {
      done(args[1]);
      return;
    }
    if (args[0] === 'open') done();
    return ReflectApply(emit, this, args);
  };
  stream.open();
}

function _construct(callback) {
  if (typeof this.fd === 'number') callback();
  else if (this.open !== openReadFile && this.open !== openWriteFile) openByOwnMethod(this, callback);
  else openFile(this, callback);
}

const openReadFile = deprecate(function() {}, 'ReadStream.prototype.open() is deprecated', 'DEP0135');
const openWriteFile = deprecate(function() {}, 'WriteStream.prototype.open() is deprecated', 'DEP0135');

function closeFile(stream, error, done) {
  if (!stream.fd) return done(error);
  const close = (failure) => {
    stream[kFs].close(stream.fd, (notClosed) => done(notClosed || failure));
    stream.fd = null;
  };
  if (!stream.flush) return close(error);
  stream[kFs].fsync(stream.fd, (notFlushed) => close(error || notFlushed));
}

function _destroy(error, callback) {
  if (this[kIsPerformingIO]) this.once(kIoDone, (failure) => closeFile(this, error || failure, callback));
  else closeFile(this, error, callback);
}

// ---- Options ----

// Files as a FileHandle has them, in the form of callbacks.
function operationsOf(handle) {
  const call = (promise, callback, ...rest) => {
    promise.then(({ bytesRead, bytesWritten, buffer, buffers }) =>
      callback(null, bytesRead ?? bytesWritten, buffer ?? buffers), (error) => callback(error, ...rest));
  };
  const whenDone = (promise, callback) => {
    promise.then(() => callback(null), callback);
  };
  return {
    open() {},
    read: (fd, buffer, offset, length, position, callback) =>
      call(handle.read(buffer, offset, length, position), callback, 0, buffer),
    write: (fd, buffer, offset, length, position, callback) =>
      call(handle.write(buffer, offset, length, position), callback, 0, buffer),
    writev: (fd, buffers, position, callback) => call(handle.writev(buffers, position), callback, 0, buffers),
    fsync: (fd, callback) => whenDone(handle.sync(), callback),
    close: (fd, callback) => {
      handle[require('internal/fs/file_handle').kUnref]();
      whenDone(handle.close(), callback);
    },
  };
}

function useDescriptor(stream, options) {
  const { fd } = options;
  if (typeof fd === 'number') {
    stream[kFs] = options.fs || require('fs');
    return fd;
  }
  const { FileHandle, kRef } = require('internal/fs/file_handle');
  if (!(fd instanceof FileHandle)) throw new codes.ERR_INVALID_ARG_TYPE('options.fd', ['number', 'FileHandle'], fd);
  if (options.fs) throw new codes.ERR_METHOD_NOT_IMPLEMENTED('FileHandle with fs');
  stream[kFs] = operationsOf(fd);
  fd[kRef]();
  fd.on('close', () => stream.close());
  return fd.fd;
}

function setFile(stream, path, options, flags) {
  if (options.fd !== undefined && options.fd !== null) {
    stream.fd = toDescriptor(useDescriptor(stream, options));
    return;
  }
  stream.fd = null;
  stream[kFs] = options.fs || require('fs');
  validateFunction(stream[kFs].open, 'options.fs.open');
  // Node calls it by a file: URL's path.
  stream.path = toPath(path);
  stream.flags = options.flags === undefined ? flags : options.flags;
  stream.mode = options.mode === undefined ? 0o666 : options.mode;
}

function nameInTrace(stream, side) {
  if (typeof stream.path === 'string') streamBinding.named(side[kCore], basename(stream.path));
}

function checkEnd(stream) {
  if (stream.end === undefined) {
    stream.end = Infinity;
  } else if (stream.end !== Infinity) {
    validateInteger(stream.end, 'end', 0);
    if (stream.start !== undefined && stream.start > stream.end)
      throw new codes.ERR_OUT_OF_RANGE('start', `<= "end" (here: ${stream.end})`, stream.start);
  }
}

// ---- Reading ----

function ReadStream(path, options) {
  if (!(this instanceof ReadStream)) return new ReadStream(path, options);
  options = copyOptions(getOptions(options, { __proto__: null }));
  if (options.highWaterMark === undefined) options.highWaterMark = kReadHighWaterMark;
  setFile(this, path, options, 'r');
  options.autoDestroy = options.autoClose === undefined ? true : options.autoClose;
  validateFunction(this[kFs].read, 'options.fs.read');
  if (options.autoDestroy) validateFunction(this[kFs].close, 'options.fs.close');
  this.start = options.start;
  this.end = options.end;
  this.pos = undefined;
  this.bytesRead = 0;
  this[kIsPerformingIO] = false;
  if (this.start !== undefined) {
    validateInteger(this.start, 'start', 0);
    this.pos = this.start;
  }
  checkEnd(this);
  FunctionPrototypeCall(Readable, this, options);
  nameInTrace(this, this._readableState);
  if (options.encoding) this.setEncoding(options.encoding);
}
ObjectSetPrototypeOf(ReadStream.prototype, Readable.prototype);
ObjectSetPrototypeOf(ReadStream, Readable);

const kAutoClose = (side) => ({
  __proto__: null, configurable: false, enumerable: false,
  get() { return this[side].autoDestroy; },
  set(value) { this[side].autoDestroy = value; },
});
ObjectDefineProperties(ReadStream.prototype, { autoClose: kAutoClose('_readableState') });

ReadStream.prototype.open = openReadFile;
ReadStream.prototype._construct = _construct;

// What was read into the end of a buffer that is not full keeps no memory but its own.
function fitted(buffer, length) {
  if (length === buffer.length) return buffer;
  const own = Buffer.allocUnsafeSlow(length);
  buffer.copy(own, 0, 0, length);
  return own;
}

ReadStream.prototype._read = function(size) {
  const done = this.pos === undefined ? this.bytesRead : this.pos;
  size = MathMin(this.end - done + 1, size);
  if (size <= 0) {
    this.push(null);
    return;
  }
  this[kIsPerformingIO] = true;
  this[kFs].read(this.fd, Buffer.allocUnsafeSlow(size), 0, size, this.pos, (error, bytesRead, buffer) => {
    this[kIsPerformingIO] = false;
    if (this.destroyed) {
      this.emit(kIoDone, error);
      return;
    }
    if (error) {
      errorOrDestroy(this, error);
    } else if (bytesRead > 0) {
      if (this.pos !== undefined) this.pos += bytesRead;
      this.bytesRead += bytesRead;
      this.push(fitted(buffer, bytesRead));
    } else {
      this.push(null);
    }
  });
};

ReadStream.prototype._destroy = function(error, callback) {
  FunctionPrototypeCall(_destroy, this, error, callback);
};

ReadStream.prototype.close = function(callback) {
  if (typeof callback === 'function') finished(this, callback);
  this.destroy();
};

const kPending = {
  __proto__: null, configurable: true, get() { return this.fd === null; },
};
ObjectDefineProperties(ReadStream.prototype, { pending: kPending });

// ---- Writing ----

function checkWriting(stream, options) {
  const operations = stream[kFs];
  if (!operations.write && !operations.writev)
    throw new codes.ERR_INVALID_ARG_TYPE('options.fs.write', 'function', operations.write);
  if (operations.write) validateFunction(operations.write, 'options.fs.write');
  if (operations.writev) validateFunction(operations.writev, 'options.fs.writev');
  if (options.autoDestroy) validateFunction(operations.close, 'options.fs.close');
  // The one that is there does the other's work.
  if (!operations.write) stream._write = null;
  if (!operations.writev) stream._writev = null;
}

function WriteStream(path, options) {
  if (!(this instanceof WriteStream)) return new WriteStream(path, options);
  options = copyOptions(getOptions(options, { __proto__: null }));
  options.decodeStrings = true;
  setFile(this, path, options, 'w');
  options.autoDestroy = options.autoClose === undefined ? true : options.autoClose;
  this.flush = options.flush;
  if (this.flush !== undefined && this.flush !== null) validateBoolean(this.flush, 'options.flush');
  checkWriting(this, options);
  if (this.flush) validateFunction(this[kFs].fsync, 'options.fs.fsync');
  this.start = options.start;
  this.pos = undefined;
  this.bytesWritten = 0;
  this[kIsPerformingIO] = false;
  if (this.start !== undefined) {
    validateInteger(this.start, 'start', 0);
    this.pos = this.start;
  }
  FunctionPrototypeCall(Writable, this, options);
  nameInTrace(this, this._writableState);
  if (options.encoding) this.setDefaultEncoding(options.encoding);
}
ObjectSetPrototypeOf(WriteStream.prototype, Writable.prototype);
ObjectSetPrototypeOf(WriteStream, Writable);
ObjectDefineProperties(WriteStream.prototype, { autoClose: kAutoClose('_writableState') });

WriteStream.prototype.open = openWriteFile;
WriteStream.prototype._construct = _construct;

// Has the rest written until nothing is left; `left` is what write(rest, position) is called with.
function writeOn(stream, write, written, size, retries, done) {
  const kMostRetries = 5;
  write(written, (error, count) => {
    if (error?.code === 'EAGAIN') {
      error = null;
      count = 0;
    }
    if (stream.destroyed || error) return done(error || new codes.ERR_STREAM_DESTROYED('write'));
    stream.bytesWritten += count;
    retries = count ? 0 : retries + 1;
    if (retries > kMostRetries) return done(new Error('write failed'));
    if (written + count < size) writeOn(stream, write, written + count, size, retries, done);
    else done();
  });
}

function finishIo(stream, callback) {
  return (error) => {
    stream[kIsPerformingIO] = false;
    callback(error);
    if (stream.destroyed) stream.emit(kIoDone, error);
  };
}

function advanced(position, by) {
  return position === undefined ? undefined : position + by;
}

WriteStream.prototype._write = function(data, encoding, callback) {
  const position = this.pos;
  const size = data.length;
  this[kIsPerformingIO] = true;
  writeOn(this, (written, done) => this[kFs].write(
    this.fd, data, written, size - written, advanced(position, written), done,
  ), 0, size, 0, finishIo(this, callback));
  this.pos = advanced(position, size);
};

// The views that are left after so many bytes.
function viewsAfter(views, bytes) {
  let i = 0;
  while (i < views.length && bytes >= views[i].length) bytes -= views[i++].length;
  const rest = views.slice(i);
  if (bytes > 0) rest[0] = rest[0].subarray(bytes);
  return rest;
}

WriteStream.prototype._writev = function(data, callback) {
  const views = [];
  let size = 0;
  for (let i = 0; i < data.length; i++) {
    views[i] = data[i].chunk;
    size += views[i].length;
  }
  const position = this.pos;
  this[kIsPerformingIO] = true;
  writeOn(this, (written, done) => this[kFs].writev(
    this.fd, viewsAfter(views, written), advanced(position, written) ?? null, done,
  ), 0, size, 0, finishIo(this, callback));
  this.pos = advanced(position, size);
};

WriteStream.prototype._destroy = function(error, callback) {
  FunctionPrototypeCall(_destroy, this, error, callback);
};

WriteStream.prototype.close = function(callback) {
  if (callback) {
    if (this.closed) {
      process.nextTick(callback);
      return;
    }
    this.on('close', callback);
  }
  if (!this.autoClose) this.on('finish', this.destroy);
  this.end();
};

// There is no difference between the two for a file.
WriteStream.prototype.destroySoon = WriteStream.prototype.end;
ObjectDefineProperties(WriteStream.prototype, { pending: kPending });

module.exports = { ReadStream, WriteStream };
