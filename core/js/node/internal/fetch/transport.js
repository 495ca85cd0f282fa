'use strict';

// How fetch() sends one request over internal/http, and how the answer comes in.

const {
  ArrayPrototypePush,
  ArrayPrototypeShift,
  Error,
  Promise,
  PromisePrototypeThen,
  StringPrototypeSlice,
  StringPrototypeSplit,
  StringPrototypeToLowerCase,
  StringPrototypeTrim,
  TypeError,
} = primordials;
const { Agent } = require('internal/http/agent');
const { ClientRequest } = require('internal/http/client');
const { BodyContent, asBytes } = require('internal/fetch/body');
const { Headers, headerListOf } = require('internal/fetch/headers');
const { ReadableStream } = require('internal/webstreams/readable_stream');
const { setImmediate } = require('timers');

// So much is read ahead of whoever reads the body; a shorter answer frees its connection unread.
const kReadAhead = 65_536;

// A connection is used again a turn of the loop after its answer came, as by Node's fetch.
class PatientAgent extends Agent {
  emit(name, ...args) {
    if (name !== 'free') return super.emit(name, ...args);
    setImmediate(() => super.emit(name, ...args));
    return true;
  }
}

let agent;

function sharedAgent() {
  return agent ??= new PatientAgent({ keepAlive: true });
}

class SocketError extends Error {
  constructor(message, socket) {
    super(message);
    this.name = 'SocketError';
    this.code = 'UND_ERR_SOCKET';
    this.socket = socket;
  }
}

// A request's connection. Its ends are noted while it is open: a closed socket knows them no more.
class Connection {
  #socket;
  #ends;

  constructor(socket) {
    this.#socket = socket;
    if (socket.connecting) socket.once('connect', () => this.#noteEnds());
    else this.#noteEnds();
  }

  #noteEnds() {
    const { localAddress, localPort, remoteAddress, remotePort, remoteFamily } = this.#socket;
    this.#ends = { localAddress, localPort, remoteAddress, remotePort, remoteFamily };
  }

  get description() {
    const { timeout, bytesWritten, bytesRead } = this.#socket;
    return { ...this.#ends, timeout: timeout || undefined, bytesWritten, bytesRead };
  }
}

// http says that its user's answer was cut; fetch that the connection was.
function asCause(error, connection) {
  if (error?.code !== 'ECONNRESET' || error.syscall !== undefined) return error;
  return new SocketError('other side closed', connection?.description ?? null);
}

function headersToSend({ method, url, headers, content, cache }) {
  const list = headerListOf(headers);
  const raw = [];
  const add = (name, value) => ArrayPrototypePush(raw, name, value);
  const addUnlessGiven = (name, value) => { if (!list.has(name)) add(name, value); };
  addUnlessGiven('host', url.host);
  add('connection', 'keep-alive');
  const given = list.raw();
  for (let i = 0; i < given.length; i++) {
    const lower = StringPrototypeToLowerCase(given[i][0]);
    if (lower !== 'connection' && lower !== 'content-length' && lower !== 'transfer-encoding') add(given[i][0], given[i][1]);
  }
  addUnlessGiven('accept', '*/*');
  addUnlessGiven('accept-language', '*');
  add('sec-fetch-mode', 'cors');
  addUnlessGiven('user-agent', 'node');
  if (cache === 'no-store' || cache === 'reload') {
    addUnlessGiven('pragma', 'no-cache');
    addUnlessGiven('cache-control', 'no-cache');
  }
  addUnlessGiven('accept-encoding', list.has('range') ? 'identity' : 'gzip, deflate');
  if (content !== null && content.pieces === null) add('transfer-encoding', 'chunked');
  else if (content !== null) add('content-length', `${content.length}`);
  else if (method === 'POST' || method === 'PUT') add('content-length', '0');
  return raw;
}

async function sendBody(outgoing, content) {
  const { pieces } = content;
  if (pieces !== null && pieces.length === 1 && pieces[0].byteLength !== undefined) {
    outgoing.end(pieces[0]);
    return;
  }
  const reader = (pieces === null ? content : content.clone()).stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (!outgoing.write(value)) await new Promise((resolve) => outgoing.once('drain', resolve));
  }
  outgoing.end();
}

// The answer's body as it comes in: read ahead by so much, decompressed.
class IncomingContent {
  body;
  #source;
  #chunks = [];
  #held = 0;
  #wanted = false;
  #ended = false;
  #controller;
  #closed = false;

  constructor(source) {
    this.#source = source;
    this.body = new BodyContent(null, new ReadableStream({
      type: 'bytes',
      start: (controller) => { this.#controller = controller; },
      pull: () => {
        this.#wanted = true;
        this.#give();
      },
      cancel: () => { this.drop(); },
    }));
    source.on('data', (chunk) => {
      if (this.#closed) return;
      ArrayPrototypePush(this.#chunks, asBytes(chunk));
      this.#held += chunk.length;
      this.#give();
      if (this.#held >= kReadAhead) source.pause();
    });
    source.on('end', () => {
      this.#ended = true;
      this.#give();
    });
  }

  #give() {
    if (this.#closed) return;
    if (this.#wanted && this.#chunks.length > 0) {
      const chunk = ArrayPrototypeShift(this.#chunks);
      this.#wanted = false;
      this.#held -= chunk.byteLength;
      if (this.#held < kReadAhead) this.#source.resume();
      this.#controller.enqueue(chunk);
    }
    if (this.#ended && this.#chunks.length === 0) {
      this.#closed = true;
      this.#controller.close();
      this.#controller.byobRequest?.respond(0);
    }
  }

  // Nobody wants the rest.
  drop() {
    this.#closed = true;
    this.#chunks = [];
    this.#source.resume();
  }

  fail(error) {
    if (this.#closed) return;
    this.#closed = true;
    this.#controller.error(error);
  }
}

function decoderFor(coding) {
  const zlib = require('zlib');
  const sync = { flush: zlib.constants.Z_SYNC_FLUSH, finishFlush: zlib.constants.Z_SYNC_FLUSH };
  switch (coding) {
    case 'gzip':
    case 'x-gzip': return zlib.createGunzip(sync);
    case 'deflate': return zlib.createInflate(sync);
    case 'br': return zlib.createBrotliDecompress();
    default: return undefined;
  }
}

// The stream of decompressed bytes; `onError` hears of what goes wrong on the way.
function decoded(incoming, onError) {
  const encoding = incoming.headers['content-encoding'];
  let source = incoming;
  incoming.on('error', onError);
  if (!encoding || incoming.statusCode === 204 || incoming.statusCode === 304) return source;
  const codings = StringPrototypeSplit(encoding, ',');
  for (let i = codings.length - 1; i >= 0; i--) {
    const decoder = decoderFor(StringPrototypeToLowerCase(StringPrototypeTrim(codings[i])));
    if (decoder === undefined) return incoming;
    decoder.on('error', onError);
    source = source.pipe(decoder);
  }
  return source;
}

function headOf(incoming) {
  const headers = new Headers();
  const { rawHeaders } = incoming;
  for (let i = 0; i < rawHeaders.length; i += 2) {
    headerListOf(headers).append(StringPrototypeToLowerCase(rawHeaders[i]), rawHeaders[i + 1]);
  }
  return { status: incoming.statusCode, statusText: incoming.statusMessage, headers };
}

// Sends what { method, url, headers, content, cache } says. Returns what can be aborted.
function send(state, { onResponse, onError }) {
  const { url } = state;
  const host = url.hostname[0] === '[' ? StringPrototypeSlice(url.hostname, 1, -1) : url.hostname;
  const outgoing = new ClientRequest({
    agent: sharedAgent(),
    headers: headersToSend(state),
    host,
    method: state.method,
    path: `${url.pathname}${url.search}`,
    port: url.port || 80,
  });
  let isAborted = false;
  let connection;
  outgoing.on('socket', (socket) => { connection = new Connection(socket); });
  outgoing.on('error', (error) => { if (!isAborted) onError(asCause(error, connection)); });
  outgoing.on('response', (incoming) => {
    let content;
    const source = decoded(incoming, (error) => {
      if (!isAborted) content.fail(new TypeError('terminated', { cause: asCause(error, connection) }));
    });
    content = new IncomingContent(source);
    onResponse(headOf(incoming), content);
  });
  if (state.content === null) outgoing.end();
  else PromisePrototypeThen(sendBody(outgoing, state.content), undefined, (error) => outgoing.destroy(error));
  return {
    abort() {
      isAborted = true;
      outgoing.destroy();
    },
  };
}

module.exports = { send };
