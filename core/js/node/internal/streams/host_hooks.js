'use strict';

// What core/stream asks of a stream object that takes more than a call of one of its methods.

const { ArrayPrototypePush, ArrayPrototypeSome, FunctionPrototypeCall, StringPrototypeSlice } = primordials;
const binding = internalBinding('stream');
const { Buffer } = require('buffer');
const { FastBuffer } = require('internal/buffer_memory');
const { aggregateTwoErrors, codes } = require('internal/errors');
const deliver = require('internal/streams/deliver');
const { kCore } = require('internal/streams/states');
const listenerCount = require('events').prototype.listenerCount;

// In the order of core/stream's Fault.
const kFaults = [
  () => new codes.ERR_STREAM_PUSH_AFTER_EOF(),
  () => new codes.ERR_STREAM_UNSHIFT_AFTER_END_EVENT(),
  () => new codes.ERR_STREAM_WRITE_AFTER_END(),
  () => new codes.ERR_STREAM_DESTROYED('write'),
  () => new codes.ERR_STREAM_DESTROYED('end'),
  () => new codes.ERR_STREAM_ALREADY_FINISHED('end'),
  () => new codes.ERR_MULTIPLE_CALLBACK(),
];

binding.setHooks({
  __proto__: null,

  listenerCount(stream, event) {
    return FunctionPrototypeCall(listenerCount, stream, event);
  },

  // What the program may have replaced is called from here.
  emit(stream, event) { stream.emit(event); },
  emitWith(stream, event, argument) { stream.emit(event, argument); },
  deliver,
  readNothing(stream) { stream.read(0); },
  readOn(stream) {
    const core = stream._readableState[kCore];
    while (binding.isFlowing(core) && stream.read() !== null);
  },
  callWrite(stream, chunk, encoding, onwrite) { stream._write(chunk, encoding, onwrite); },

  construct(stream, core) {
    stream._construct((error) => binding.constructReturned(core, error));
  },
  destroy(stream, core, error, callback) {
    stream._destroy(error, (result) => binding.destroyed(core, result, callback));
  },
  final(stream, core) {
    stream._final((error) => binding.finalDone(core, error));
  },
  // `parts`: chunk, encoding and callback of each write.
  writev(stream, parts, allBuffers, onwrite) {
    const chunks = [];
    for (let i = 0; i < parts.length; i += 3) {
      ArrayPrototypePush(chunks, { chunk: parts[i], encoding: parts[i + 1], callback: parts[i + 2] ?? nothing });
    }
    chunks.allBuffers = allBuffers;
    stream._writev(chunks, onwrite);
  },

  endsWithItsReadable: (stream) => stream.writable && stream.allowHalfOpen === false,
  canBeEnded: (stream) => stream.writable && !stream.writableEnded && !stream.destroyed,

  makeError: (fault) => kFaults[fault](),
  joinErrors: (inner, outer) => aggregateTwoErrors(inner, outer),

  concat(chunks) {
    // Bytes that were put back before a decoded text are text then, too.
    if (!ArrayPrototypeSome(chunks, (chunk) => typeof chunk === 'string')) return Buffer.concat(chunks);
    let text = '';
    for (let i = 0; i < chunks.length; i++) text += chunks[i];
    return text;
  },
  slice(chunk, from, to) {
    return typeof chunk === 'string' ? StringPrototypeSlice(chunk, from, to) :
      new FastBuffer(chunk.buffer, chunk.byteOffset + from, to - from);
  },
  flushDecoder: (stream) => stream._readableState.decoder.end(),
});

function nothing() {}

module.exports = { nothing };
