'use strict';

// filehandle.readableWebStream(). Source: Node.js documentation "filehandle.readableWebStream([options])".

const { Promise, TypedArrayPrototypeGetBuffer, TypedArrayPrototypeSubarray, Uint8Array } = primordials;
const { Buffer } = require('buffer');
const { binding } = require('internal/fs/arguments');
const { kReadable } = require('internal/webstreams/readable_machine');
const { ReadableStream } = require('internal/webstreams/readable_stream');

const kChunk = 64 * 1024;
const kAllocated = 16 * 1024;

// Reads on as long as the stream wants more, and gives memory of its own each time.
class FileSource {
  #fd;
  #release;
  #controller;
  #isReading = false;
  #wantsMore = false;

  // `release`: called when nothing is read any more. Cancelling closes the file besides, as in Node.
  constructor(fd, release) {
    this.#fd = fd;
    this.#release = release;
  }

  start(controller) {
    this.#controller = controller;
  }

  pull() {
    this.#wantsMore = true;
    this.#read();
  }

  #read() {
    if (this.#isReading || !this.#wantsMore) return;
    this.#isReading = true;
    const bytes = new Uint8Array(kChunk);
    binding.read(this.#fd, Buffer.from(TypedArrayPrototypeGetBuffer(bytes)), 0, kChunk, -1, (error, count) => {
      this.#isReading = false;
      if (error === null) this.#take(bytes, count);
      this.#read();
    });
  }

  #take(bytes, count) {
    const controller = this.#controller;
    try {
      if (count === 0) {
        this.#wantsMore = false;
        controller.close();
        this.#release();
        return;
      }
      const chunk = count === kChunk ? bytes : new Uint8Array(TypedArrayPrototypeSubarray(bytes, 0, count));
      controller.enqueue(TypedArrayPrototypeGetBuffer(chunk));
      if (controller.desiredSize <= 0) this.#wantsMore = false;
    } catch (error) {
      this.#wantsMore = false;
      controller.error(error);
    }
  }

  cancel() {
    this.#wantsMore = false;
    this.#release();
    return new Promise((resolve) => { binding.close(this.#fd, () => resolve()); });
  }
}

function bytesSource(handle, release) {
  return {
    type: 'bytes',
    autoAllocateChunkSize: kAllocated,
    async pull(controller) {
      const { view } = controller.byobRequest;
      const { bytesRead } = await handle.read(view, view.byteOffset, view.byteLength);
      if (bytesRead === 0) {
        release();
        controller.close();
      }
      controller.byobRequest.respond(bytesRead);
    },
    cancel() { release(); },
  };
}

function webStreamOf(handle, type, release) {
  const stream = new ReadableStream(type === 'bytes' ? bytesSource(handle, release) :
    new FileSource(handle.fd, release));
  handle.once('close', () => stream[kReadable].cancel());
  return stream;
}

module.exports = { webStreamOf };
