'use strict';

// Source: Fetch Standard, "Bodies", "BodyInit unions" and "Body mixin".
// A body is pieces (bytes and blobs) that can be given again, or a stream that can be read once. The stream of
// pieces is made when it is first asked for.

const {
  ArrayPrototypePush,
  JSONParse,
  ObjectDefineProperties,
  ObjectGetOwnPropertyDescriptor,
  StringPrototypeToLowerCase,
  SymbolAsyncIterator,
  TypeError,
  TypedArrayPrototypeSet,
  Uint8Array,
} = primordials;
const { encode } = internalBinding('encoding');
const { Blob, isBlob } = require('internal/blob');
const { FormData, encodeMultipart } = require('internal/fetch/form_data');
const { kIsDisturbed } = require('internal/streams/status');
const { kEnumerableProperty } = require('internal/util');
const { isAnyArrayBuffer, isArrayBufferView, isUint8Array } = require('internal/util/types');
const { ReadableStream, isReadableStream } = require('internal/webstreams/readable_stream');

function asBytes(value) {
  if (typeof value === 'string') return encode(value);
  if (isAnyArrayBuffer(value)) return new Uint8Array(new Uint8Array(value));
  return new Uint8Array(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
}

function lengthOf(piece) {
  return isBlob(piece) ? piece.size : piece.byteLength;
}

function joined(chunks) {
  if (chunks.length === 1) return chunks[0];
  let length = 0;
  for (let i = 0; i < chunks.length; i++) length += chunks[i].byteLength;
  const whole = new Uint8Array(length);
  let offset = 0;
  for (let i = 0; i < chunks.length; i++) {
    TypedArrayPrototypeSet(whole, chunks[i], offset);
    offset += chunks[i].byteLength;
  }
  return whole;
}

async function bytesOfPiece(piece) {
  return isBlob(piece) ? new Uint8Array(await piece.arrayBuffer()) : piece;
}

// Gives the pieces one by one.
function streamOfPieces(pieces) {
  let next = 0;
  return new ReadableStream({
    type: 'bytes',
    async pull(controller) {
      while (next < pieces.length) {
        const bytes = await bytesOfPiece(pieces[next++]);
        if (bytes.byteLength === 0) continue;
        controller.enqueue(new Uint8Array(bytes));
        return;
      }
      controller.close();
      controller.byobRequest?.respond(0);
    },
  });
}

function streamOfIterable(iterable) {
  let iterator;
  return new ReadableStream({
    type: 'bytes',
    start() {
      iterator = iterable[SymbolAsyncIterator]();
    },
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) {
        controller.close();
        controller.byobRequest?.respond(0);
        return;
      }
      const bytes = asBytes(value);
      if (bytes.byteLength > 0) controller.enqueue(bytes);
      else await this.pull(controller);
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}

class BodyContent {
  #pieces;
  #stream;
  #isTaken = false;

  constructor(pieces, stream) {
    this.#pieces = pieces;
    this.#stream = stream;
  }

  // Bytes, or null for a stream, whose length nobody knows.
  get length() {
    if (this.#pieces === null) return null;
    let length = 0;
    for (let i = 0; i < this.#pieces.length; i++) length += lengthOf(this.#pieces[i]);
    return length;
  }

  get pieces() {
    return this.#pieces;
  }

  get stream() {
    if (this.#stream === null) {
      this.#stream = streamOfPieces(this.#pieces);
      if (this.#isTaken) drain(this.#stream);
    }
    return this.#stream;
  }

  get isUsed() {
    return this.#isTaken || (this.#stream !== null && this.#stream[kIsDisturbed]);
  }

  get isUnusable() {
    return this.isUsed || (this.#stream !== null && this.#stream.locked);
  }

  // Another one of the same contents; this one goes on with its half.
  clone() {
    if (this.#stream === null) return new BodyContent(this.#pieces, null);
    const { 0: mine, 1: other } = this.#stream.tee();
    this.#stream = mine;
    return new BodyContent(null, other);
  }

  // The contents as a new body; this one has been read.
  move() {
    const moved = new BodyContent(this.#pieces, this.#stream);
    this.#stream = null;
    this.#pieces ??= [];
    this.#isTaken = true;
    return moved;
  }

  async readAll() {
    const chunks = [];
    if (this.#stream === null) {
      this.#isTaken = true;
      for (let i = 0; i < this.#pieces.length; i++) ArrayPrototypePush(chunks, await bytesOfPiece(this.#pieces[i]));
      return joined(chunks);
    }
    const reader = this.#stream.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return joined(chunks);
      if (!isUint8Array(value)) throw new TypeError('Received non-Uint8Array chunk');
      ArrayPrototypePush(chunks, value);
    }
  }
}

function drain(stream) {
  stream.getReader().cancel();
}

// What a constructor's body argument becomes: { content, type }.
function extractBody(value) {
  if (isReadableStream(value)) {
    if (value[kIsDisturbed] || value.locked) throw new TypeError('Response body object should not be disturbed or locked');
    return { content: new BodyContent(null, value), type: null };
  }
  if (isBlob(value)) return { content: new BodyContent([value], null), type: value.type || null };
  if (isAnyArrayBuffer(value) || isArrayBufferView(value)) {
    return { content: new BodyContent([asBytes(value)], null), type: null };
  }
  if (value instanceof require('internal/url').URLSearchParams) {
    const pieces = [encode(`${value}`)];
    return { content: new BodyContent(pieces, null), type: 'application/x-www-form-urlencoded;charset=UTF-8' };
  }
  if (value instanceof FormData) {
    const { boundary, pieces } = encodeMultipart(value);
    const encoded = [];
    for (let i = 0; i < pieces.length; i++) ArrayPrototypePush(encoded, isBlob(pieces[i]) ? pieces[i] : encode(pieces[i]));
    return { content: new BodyContent(encoded, null), type: `multipart/form-data; boundary=${boundary}` };
  }
  if (typeof value === 'object' && typeof value[SymbolAsyncIterator] === 'function') {
    return { content: new BodyContent(null, streamOfIterable(value)), type: null };
  }
  return { content: new BodyContent([encode(`${value}`)], null), type: 'text/plain;charset=UTF-8' };
}

function decodedText(bytes) {
  const { TextDecoder } = require('internal/encoding');
  return new TextDecoder().decode(bytes);
}

// Gives a class the methods that read a body. `contentOf` and `headersOf` know its objects, `check` throws for
// others.
function mixInBody(Class, { check, contentOf, headersOf }) {
  async function read(holder, convert) {
    check(holder);
    const content = contentOf(holder);
    if (content === null) return convert(new Uint8Array(0), holder);
    if (content.isUnusable) throw new TypeError('Body is unusable: Body has already been read');
    return convert(await content.readAll(), holder);
  }
  const methods = {
    blob() {
      return read(this, (bytes, holder) => {
        const type = headersOf(holder).get('content-type');
        return new Blob([bytes], { type: type === null ? '' : mimeEssence(type) });
      });
    },
    arrayBuffer() {
      return read(this, (bytes) => (bytes.byteLength === bytes.buffer.byteLength ? bytes.buffer : asBytes(bytes).buffer));
    },
    text() {
      return read(this, decodedText);
    },
    json() {
      return read(this, (bytes) => JSONParse(decodedText(bytes)));
    },
    formData() {
      return read(this, (bytes, holder) => {
        const { parseForm } = require('internal/fetch/form_parser');
        return parseForm(bytes, headersOf(holder).get('content-type'));
      });
    },
    bytes() {
      return read(this, (bytes) => new Uint8Array(bytes));
    },
  };
  const accessors = {
    get body() {
      check(this);
      return contentOf(this)?.stream ?? null;
    },
    get bodyUsed() {
      check(this);
      return contentOf(this)?.isUsed ?? false;
    },
  };
  const descriptors = { __proto__: null };
  for (const name in methods) descriptors[name] = { ...kEnumerableProperty, configurable: true, writable: true, value: methods[name] };
  for (const name in accessors) descriptors[name] = ObjectGetOwnPropertyDescriptor(accessors, name);
  ObjectDefineProperties(Class.prototype, descriptors);
}

// A type as File and Blob carry it: lower case, parameters without spaces.
function mimeEssence(type) {
  const { MIMEType } = require('internal/mime');
  try {
    return StringPrototypeToLowerCase(`${new MIMEType(type)}`);
  } catch {
    return '';
  }
}

module.exports = { BodyContent, asBytes, extractBody, mixInBody };
