'use strict';

// Rejected promises that nobody handles. When they are looked at is the loop's business
// (core/loop/rejections.h); here is what is done about them.
// Source: Node.js documentation "Process", 'unhandledRejection', and --unhandled-rejections.

const {
  Error,
  ObjectDefineProperty,
  ObjectPrototypeHasOwnProperty,
  SafeWeakMap,
} = primordials;
const { setCallbacks, triggerUncaughtException } = internalBinding('task_queue');
const { rejectionErrorsHaveStacks, unhandledRejectionsMode } = internalBinding('process');

const kMadeAt =
  '    at throwUnhandledRejectionsMode (node:internal/process/promises:389:7)\n' +
  '    at processPromiseRejections (node:internal/process/promises:470:17)\n' +
  '    at process.processTicksAndRejections (node:internal/process/task_queues:96:32)';

const ids = new SafeWeakMap();
let lastId = 0;
let warnedOfDeprecation = false;

function looksLikeError(value) {
  return typeof value === 'object' && value !== null && ObjectPrototypeHasOwnProperty(value, 'stack');
}

function hidden(object, name, value) {
  ObjectDefineProperty(object, name, {
    __proto__: null, configurable: true, enumerable: false, writable: true, value,
  });
}

// What an unhandled rejection with anything but an error becomes when it is thrown.
function asError(reason) {
  if (looksLikeError(reason)) return reason;
  const { describeWithoutInspecting } = require('internal/process/describe');
  const error = new Error(
    'This error originated either by throwing inside of an async function without a catch block, ' +
    'or by rejecting a promise which was not handled with .catch(). The promise rejected with the ' +
    `reason "${describeWithoutInspecting(reason)}".`);
  error.code = 'ERR_UNHANDLED_REJECTION';
  hidden(error, 'name', 'UnhandledPromiseRejection');
  // Where it was made, in Node: nothing of the program's.
  const head = `${error.name}: ${error.message}`;
  hidden(error, 'stack', rejectionErrorsHaveStacks ? `${head}\n${kMadeAt}` : head);
  return error;
}

function throwUnlessHandled(reason, promise) {
  if (process.emit('unhandledRejection', reason, promise)) return;
  triggerUncaughtException(asError(reason), true);
}

// The default before Node 15.
function warnUnlessHandled(reason, promise) {
  if (process.emit('unhandledRejection', reason, promise)) return;
  warn(reason, ids.get(promise));
  if (warnedOfDeprecation) return;
  warnedOfDeprecation = true;
  process.emitWarning(
    'Unhandled promise rejections are deprecated. In the future, promise rejections that are ' +
    'not handled will terminate the Node.js process with a non-zero exit code.',
    'DeprecationWarning', 'DEP0018');
}

function warn(reason, id) {
  const kName = 'UnhandledPromiseRejectionWarning';
  try {
    if (reason instanceof Error) process.emitWarning(reason.stack, kName);
    else process.emitWarning(require('internal/process/describe').describeWithoutInspecting(reason), kName);
  } catch {
    // A reason that cannot be shown is still warned of below.
  }
  process.emitWarning(
    'Unhandled promise rejection. This error originated either by throwing inside of an async ' +
    'function without a catch block, or by rejecting a promise which was not handled with ' +
    `.catch(). (rejection id: ${id})`, kName);
}

setCallbacks({
  emitUnhandledRejection(reason, promise) {
    ids.set(promise, ++lastId);
    if (unhandledRejectionsMode === 'warn') warnUnlessHandled(reason, promise);
    else throwUnlessHandled(reason, promise);
    return true;
  },
  emitRejectionHandled(promise) {
    if (process.emit('rejectionHandled', promise)) return;
    const error = new Error('Promise rejection was handled asynchronously ' +
                            `(rejection id: ${ids.get(promise)})`);
    error.name = 'PromiseRejectionHandledWarning';
    error.id = ids.get(promise);
    process.emitWarning(error);
  },
});

function install() {}

module.exports = { install };
