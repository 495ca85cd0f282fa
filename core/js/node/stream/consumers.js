'use strict';

// Source: Node.js documentation "Utility Consumers". Each reads a stream, or anything async iterable,
// to its end.

const { ArrayPrototypePush, JSONParse } = primordials;
const { Buffer } = require('buffer');

async function blob(stream) {
  const { Blob } = require('internal/blob');
  const parts = [];
  for await (const chunk of stream) ArrayPrototypePush(parts, chunk);
  return new Blob(parts);
}

async function arrayBuffer(stream) {
  const whole = await blob(stream);
  return whole.arrayBuffer();
}

async function buffer(stream) {
  return Buffer.from(await arrayBuffer(stream));
}

async function text(stream) {
  const { TextDecoder } = require('internal/encoding');
  const decoder = new TextDecoder();
  let result = '';
  for await (const chunk of stream) {
    result += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
  }
  return result + decoder.decode(undefined, { stream: false });
}

async function json(stream) {
  return JSONParse(await text(stream));
}

module.exports = { arrayBuffer, blob, buffer, text, json };
