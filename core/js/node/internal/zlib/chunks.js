'use strict';

// A chunk's way through a codec. Its output comes in pieces that fill one buffer of the stream's after
// another; the codec is called again while the room was too small for what it had.

const { ArrayPrototypePush, Symbol } = primordials;
const { Buffer } = require('buffer');
const { closeHandle } = require('internal/zlib/handle');
const { requireWithin } = require('internal/zlib/output_limit');

// The error that ended a stream.
const kError = Symbol('kError');

// The bytes the codec has just written into the stream's buffer, or null for none.
function takeOutput(stream, produced) {
  if (produced === 0) return null;
  const start = stream._outOffset;
  stream._outOffset = start + produced;
  return stream._outBuffer.slice(start, start + produced);
}

// What was handed out is the reader's: a full buffer is replaced.
function provideRoom(stream, room) {
  if (room > 0 && stream._outOffset < stream._chunkSize) return;
  stream._outOffset = 0;
  stream._outBuffer = Buffer.allocUnsafe(stream._chunkSize);
}

// ---- On a thread of the pool ----

class ChunkInWork {
  constructor(stream, handle, chunk, flush, callback) {
    this.stream = stream;
    this.handle = handle;
    this.chunk = chunk;
    this.flush = flush;
    this.callback = callback;
    this.start = 0;
    this.left = chunk.byteLength;
    this.whenWritten = () => this.written();
  }

  write() {
    const { stream } = this;
    this.roomBefore = stream._chunkSize - stream._outOffset;
    this.handle.write(
      this.flush, this.chunk, this.start, this.left, stream._outBuffer, stream._outOffset, this.whenWritten);
  }

  written() {
    const { handle, stream } = this;
    if (stream.destroyed) {
      this.callback();
      return;
    }
    const { room, left } = handle;
    stream.bytesWritten += this.left - left;
    this.start += this.left - left;
    this.left = left;
    const output = takeOutput(stream, this.roomBefore - room);
    const isReaderFull = output !== null && !stream.push(output);
    if (stream.destroyed) {
      this.callback();
      return;
    }
    provideRoom(stream, room);
    if (room === 0) this.goOn(isReaderFull);
    else this.finish();
  }

  // There may be more: now, or when what is there has been read.
  goOn(isReaderFull) {
    if (!isReaderFull) {
      this.write();
      return;
    }
    const { stream } = this;
    const read = stream._read;
    stream._read = (size) => {
      stream._read = read;
      this.write();
      stream._read(size);
    };
  }

  // What the codec leaves although it has room lies behind the end of the data.
  finish() {
    if (this.left > 0) this.stream.push(null);
    this.callback();
  }
}

function processChunk(stream, chunk, flush, callback) {
  const handle = stream._handle;
  if (handle) new ChunkInWork(stream, handle, chunk, flush, callback).write();
  else process.nextTick(callback);
}

// ---- On the calling thread ----

function joined(pieces, length) {
  if (length === 0) return Buffer.alloc(0);
  return pieces.length === 1 ? pieces[0] : Buffer.concat(pieces, length);
}

// Has a frame of its own, for what Node shows as one of processChunkSync's.
function writeSync(stream, handle, flush, chunk, start, length) {
  const succeeded = handle.writeSync(flush, chunk, start, length, stream._outBuffer, stream._outOffset);
  if (!succeeded || stream[kError]) throw stream[kError];
}

function processChunkSync(stream, chunk, flush) {
  const { _handle: handle } = stream;
  const pieces = [];
  let length = 0;
  let start = 0;
  let room;
  // The error is thrown; nobody else need listen.
  stream.on('error', () => {});
  do {
    const roomBefore = stream._chunkSize - stream._outOffset;
    const before = chunk.byteLength - start;
    writeSync(stream, handle, flush, chunk, start, before);
    ({ room } = handle);
    start += before - handle.left;
    const output = takeOutput(stream, roomBefore - room);
    if (output !== null) {
      ArrayPrototypePush(pieces, output);
      length += output.byteLength;
      requireWithin(stream, length);
    }
    provideRoom(stream, room);
  } while (room === 0);
  stream.bytesWritten = start;
  closeHandle(stream);
  return joined(pieces, length);
}

module.exports = { joined, kError, processChunk, processChunkSync };
