'use strict';

// Blob.stream(). Source: W3C File API, "The stream() method"; Node reads part by part, each in a microtask.

const { ArrayIsArray, ArrayPrototypePush, ArrayPrototypeShift, Uint8Array } = primordials;
const queueMicrotask = require('internal/process/queue_microtask');
const { ReadableStream } = require('internal/webstreams/readable_stream');
const { Deferred } = require('internal/webstreams/shared');

// What reading yields one after the other: bytes, or undefined where a part ends.
function readsOf(parts, reads = []) {
  if (parts.length === 0) ArrayPrototypePush(reads, undefined);
  for (let i = 0; i < parts.length; i++) {
    if (ArrayIsArray(parts[i])) readsOf(parts[i], reads);
    else ArrayPrototypePush(reads, parts[i], undefined);
  }
  return reads;
}

class BlobSource {
  type = 'bytes';
  #reads;
  #at = 0;
  #pending = [];

  constructor(parts) {
    this.#reads = readsOf(parts);
  }

  pull(controller) {
    const done = new Deferred();
    ArrayPrototypePush(this.#pending, done);
    this.#readNext(controller);
    return done.promise;
  }

  #readNext(controller) {
    if (this.#pending.length === 0) return;
    if (this.#at >= this.#reads.length - 1) {
      controller.close();
      controller.byobRequest?.respond(0);
      ArrayPrototypeShift(this.#pending).resolve();
      return;
    }
    const bytes = this.#reads[this.#at++];
    if (bytes !== undefined && bytes.length > 0) controller.enqueue(new Uint8Array(bytes));
    queueMicrotask(() => {
      if (controller.desiredSize >= 0) this.#readNext(controller);
      else if (this.#pending.length > 0) ArrayPrototypeShift(this.#pending).resolve();
    });
  }

  cancel(reason) {
    const pending = this.#pending;
    this.#pending = [];
    for (let i = 0; i < pending.length; i++) pending[i].reject(reason);
  }
}

function streamOf(parts) {
  return new ReadableStream(new BlobSource(parts));
}

module.exports = { streamOf };
