'use strict';

// Source: Node.js documentation "Web Streams API".

const { ReadableByteStreamController } = require('internal/webstreams/byte_control');
const { ReadableStreamBYOBRequest } = require('internal/webstreams/byob_request');
const { CompressionStream, DecompressionStream } = require('internal/webstreams/compression');
const { ReadableStreamDefaultController } = require('internal/webstreams/default_control');
const { TextDecoderStream, TextEncoderStream } = require('internal/webstreams/encoding');
const { ReadableStream } = require('internal/webstreams/readable_stream');
const { ReadableStreamBYOBReader, ReadableStreamDefaultReader } = require('internal/webstreams/readers');
const { ByteLengthQueuingStrategy, CountQueuingStrategy } = require('internal/webstreams/strategies');
const { TransformStream, TransformStreamDefaultController } = require('internal/webstreams/transform_stream');
const { WritableStreamDefaultController } = require('internal/webstreams/writable_control');
const { WritableStream, WritableStreamDefaultWriter } = require('internal/webstreams/writable_stream');

module.exports = {
  ReadableStream,
  ReadableStreamDefaultReader,
  ReadableStreamBYOBReader,
  ReadableStreamBYOBRequest,
  ReadableByteStreamController,
  ReadableStreamDefaultController,
  TransformStream,
  TransformStreamDefaultController,
  WritableStream,
  WritableStreamDefaultWriter,
  WritableStreamDefaultController,
  ByteLengthQueuingStrategy,
  CountQueuingStrategy,
  TextEncoderStream,
  TextDecoderStream,
  CompressionStream,
  DecompressionStream,
};
