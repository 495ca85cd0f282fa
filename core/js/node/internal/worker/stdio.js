'use strict';

// A worker's standard streams: what it writes goes to its parent in messages, the next when the one before was
// taken. Source: Node.js documentation "Worker threads", worker.stdout and the options stdin, stdout, stderr.

const { ArrayPrototypePush, FunctionPrototypeCall, ObjectDefineProperty, ObjectSetPrototypeOf } = primordials;
const { Input, Output } = require('internal/process/stdio');

// In the worker. Set by thread.js: what sends to the parent, and whether standard input comes from there.
let thread;

function attach(given) {
  thread = given;
}

function WritableWorkerStdio(name) {
  FunctionPrototypeCall(Output, this, undefined);
  delete this.fd;
  hidden(this, '_name', name);
  hidden(this, '_waiting', []);
  hidden(this, '_isTaken', true);
}
ObjectSetPrototypeOf(WritableWorkerStdio.prototype, Output.prototype);
ObjectSetPrototypeOf(WritableWorkerStdio, Output);

function hidden(object, name, value) {
  ObjectDefineProperty(object, name, { __proto__: null, configurable: true, enumerable: false, writable: true, value });
}

WritableWorkerStdio.prototype._put = function(chunk) {
  ArrayPrototypePush(this._waiting, chunk);
  if (this._isTaken) send(this);
};

function send(stream) {
  const chunks = stream._waiting;
  if (chunks.length === 0) return;
  stream._waiting = [];
  stream._isTaken = false;
  thread.send({ type: 'stdio', stream: stream._name, chunks });
  thread.awaitParent(1);
}

// The parent has taken what was sent.
function taken(name) {
  const stream = process[name];
  thread.awaitParent(-1);
  stream._isTaken = true;
  send(stream);
}

// The worker ends.
function flush() {
  for (const name of ['stdout', 'stderr']) {
    const stream = made[name];
    if (stream !== undefined && stream._waiting.length > 0) send(stream);
  }
}

const made = { __proto__: null };
let input;

function makeInput() {
  if (!thread.hasStdin) return new Input();
  const { Readable } = require('stream');
  let started = false;
  input = new Readable({
    read() {
      if (!started) thread.awaitParent(1);
      started = true;
      thread.send({ type: 'more-stdin' });
    },
  });
  input.once('end', () => { if (started) thread.awaitParent(-1); });
  return input;
}

function ofThread(name) {
  return made[name] ??= name === 'stdin' ? makeInput() : new WritableWorkerStdio(name);
}

// Chunks of standard input have come; null: it ends.
function pushInput(chunks) {
  const stream = process.stdin;
  for (let i = 0; i < chunks.length; i++) stream.push?.(chunks[i]);
}

module.exports = { attach, flush, ofThread, pushInput, taken };
