'use strict';

// A worker's side: it gets its program from its parent, and tells it of errors and output. Source: Node.js
// documentation "Worker threads".

const { ArrayPrototypePush } = primordials;
const { openParentPort, program } = internalBinding('worker');
const messaging = internalBinding('messaging');
const { unpack } = require('internal/worker/cloneable');
const { kOnMessage, postInternal } = require('internal/worker/message_port');
const stdio = require('internal/worker/stdio');

let port;
let awaited = 0;

// What worker_threads shows of this thread.
const self = { parentPort: null, workerData: null, resourceLimits: {} };

function send(message) {
  postInternal(port, message);
}

// While the parent is to answer something, this thread lives on.
function awaitParent(change) {
  awaited += change;
  messaging.setRef(port, awaited > 0);
}

function start() {
  port = openParentPort();
  port[kOnMessage] = onMessage;
  messaging.setRef(port, true);
  messaging.start(port);
}

function onMessage(message) {
  switch (message.type) {
    case 'load': return load(message);
    case 'stdio-taken': return stdio.taken(message.stream);
    case 'stdin': return stdio.pushInput(message.chunks);
  }
}

function load(message) {
  messaging.setRef(port, false);
  stdio.attach({ send, awaitParent, hasStdin: message.hasStdin });
  setUpProcess(message);
  self.parentPort = message.publicPort;
  self.workerData = unpack({ value: message.workerData, objects: message.objects });
  self.resourceLimits = message.resourceLimits;
  require('internal/worker/environment_data').assign(message.environmentData);
  send({ type: 'online' });
  runProgram(message);
}

function setUpProcess({ argv, execArgv, env, evaluates }) {
  process.argv = [process.execPath];
  ArrayPrototypePush(process.argv, evaluates ? '[worker eval]' : program);
  for (let i = 0; i < argv.length; i++) ArrayPrototypePush(process.argv, argv[i]);
  process.execArgv = execArgv;
  const environment = require('internal/process/environment');
  process.env = env === undefined ? environment.makeSharedEnvironment() :
    environment.makeEnvironment(env, () => {});
  process._fatalException = onUncaught;
  internalBinding('task_queue').setCallbacks({ uncaughtException: onUncaught });
}

function runProgram({ evaluates }) {
  if (evaluates === 'script') runText();
  else if (evaluates === 'module') require('internal/modules/esm').runUrl(program);
  else runFile();
}

// Stacks show which of the two it is.
function runText() {
  require('internal/worker/eval').run(program);
}

function runFile() {
  const { isEsm } = require('internal/modules/run_main');
  require(isEsm(program) ? 'internal/modules/esm' : 'internal/modules/cjs').runMain(program);
}

// Called by the host. An error nobody takes goes to the parent, and this thread ends.
function onUncaught(error, origin) {
  if (require('internal/process/uncaught').onUncaughtException(error, origin)) return true;
  let sent;
  try {
    sent = require('internal/worker/errors').serializeError(error);
  } catch {
    const { ERR_WORKER_UNSERIALIZABLE_ERROR } = require('internal/errors').codes;
    sent = require('internal/worker/errors').serializeError(new ERR_WORKER_UNSERIALIZABLE_ERROR());
  }
  // 'exit' comes first: its listeners can still send messages.
  pendingError = sent;
  return false;
}

let pendingError;

// The thread has told its own listeners of 'exit'.
function flush() {
  stdio.flush();
  if (pendingError === undefined) return;
  send({ type: 'error', error: pendingError });
  pendingError = undefined;
}

module.exports = { flush, self, start };
