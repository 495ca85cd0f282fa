'use strict';

// Source: Encoding Standard, "Interface TextDecoderStream" and "Interface TextEncoderStream".

const { String, StringPrototypeCharCodeAt, StringPrototypeSlice, Symbol, Uint8Array } = primordials;
const { TextDecoder, TextEncoder } = require('internal/encoding');
const { customInspectSymbol, kEmptyObject } = require('internal/util');
const { inspectAs, shapeClass, stateOf } = require('internal/webstreams/shared');
const { kLabel, TransformStream } = require('internal/webstreams/transform_stream');

const kEncoderStream = Symbol('kEncoderStream');
const kDecoderStream = Symbol('kDecoderStream');

const isHighSurrogate = (unit) => unit >= 0xd800 && unit <= 0xdbff;

// Text whose characters of two halves may be divided among chunks.
class Encoding {
  encoder = new TextEncoder();
  #half = '';  // the first half of a character that has yet to be completed

  constructor() {
    this.transform = new TransformStream({
      [kLabel]: 'TextEncoderStream',
      transform: (chunk, controller) => {
        const text = this.#whole(this.#half + String(chunk));
        if (text !== '') controller.enqueue(this.encoder.encode(text));
      },
      flush: (controller) => {
        if (this.#half !== '') controller.enqueue(new Uint8Array([0xef, 0xbf, 0xbd]));
      },
    });
  }

  #whole(text) {
    const last = text.length - 1;
    const isHalf = last >= 0 && isHighSurrogate(StringPrototypeCharCodeAt(text, last));
    this.#half = isHalf ? text[last] : '';
    return isHalf ? StringPrototypeSlice(text, 0, last) : text;
  }
}

class TextEncoderStream {
  constructor() {
    this[kEncoderStream] = new Encoding();
  }

  get encoding() {
    return stateOf(this, kEncoderStream, 'TextEncoderStream').encoder.encoding;
  }

  get readable() {
    return stateOf(this, kEncoderStream, 'TextEncoderStream').transform.readable;
  }

  get writable() {
    return stateOf(this, kEncoderStream, 'TextEncoderStream').transform.writable;
  }

  [customInspectSymbol](depth, options) {
    stateOf(this, kEncoderStream, 'TextEncoderStream');
    const { encoding, readable, writable } = this;
    return inspectAs('TextEncoderStream', { encoding, readable, writable }, depth, options);
  }
}
shapeClass(TextEncoderStream, undefined, ['encoding', 'readable', 'writable']);

function makeDecoding(encoding, options) {
  const decoder = new TextDecoder(encoding, options);
  const transform = new TransformStream({
    [kLabel]: 'TextDecoderStream',
    transform: (chunk, controller) => {
      const text = decoder.decode(chunk, { stream: true });
      if (text !== '') controller.enqueue(text);
    },
    flush: (controller) => {
      const text = decoder.decode();
      if (text !== '') controller.enqueue(text);
      controller.terminate();
    },
  });
  return { decoder, transform };
}

class TextDecoderStream {
  constructor(encoding = 'utf-8', options = kEmptyObject) {
    this[kDecoderStream] = makeDecoding(encoding, options);
  }

  get encoding() {
    return stateOf(this, kDecoderStream, 'TextDecoderStream').decoder.encoding;
  }

  get fatal() {
    return stateOf(this, kDecoderStream, 'TextDecoderStream').decoder.fatal;
  }

  get ignoreBOM() {
    return stateOf(this, kDecoderStream, 'TextDecoderStream').decoder.ignoreBOM;
  }

  get readable() {
    return stateOf(this, kDecoderStream, 'TextDecoderStream').transform.readable;
  }

  get writable() {
    return stateOf(this, kDecoderStream, 'TextDecoderStream').transform.writable;
  }

  [customInspectSymbol](depth, options) {
    stateOf(this, kDecoderStream, 'TextDecoderStream');
    const { encoding, fatal, ignoreBOM, readable, writable } = this;
    return inspectAs('TextDecoderStream', { encoding, fatal, ignoreBOM, readable, writable }, depth, options);
  }
}
shapeClass(TextDecoderStream, undefined, ['encoding', 'fatal', 'ignoreBOM', 'readable', 'writable']);

module.exports = { TextDecoderStream, TextEncoderStream };
