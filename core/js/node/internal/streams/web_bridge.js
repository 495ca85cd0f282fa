'use strict';

// The ends of what stream.compose() makes, where they are web streams.

const { PromisePrototypeThen } = primordials;
const { isTransformStream } = require('internal/streams/status');

function nothing() {}

function writeToWeb(bridge, head) {
  const { duplex } = bridge;
  const writer = (isTransformStream(head) ? head.writable : head).getWriter();
  duplex._write = async (chunk, encoding, callback) => {
    try {
      await writer.ready;
      PromisePrototypeThen(writer.write(chunk), undefined, nothing);
      callback();
    } catch (error) {
      callback(error);
    }
  };
  duplex._final = async (callback) => {
    try {
      await writer.ready;
      PromisePrototypeThen(writer.close(), undefined, nothing);
      bridge.ended = callback;
    } catch (error) {
      callback(error);
    }
  };
}

function readFromWeb(bridge, tail) {
  const { duplex } = bridge;
  const reader = (isTransformStream(tail) ? tail.readable : tail).getReader();
  // As in Node, the end pushes a value that is not there before it.
  duplex._read = async () => {
    for (;;) {
      try {
        const { value, done } = await reader.read();
        if (!duplex.push(value)) return;
        if (done) {
          duplex.push(null);
          return;
        }
      } catch {
        return;
      }
    }
  };
}

module.exports = { readFromWeb, writeToWeb };
