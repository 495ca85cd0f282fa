'use strict';

// How a process ends. Source: Node.js documentation "Process", 'exit', 'beforeExit' and exitCode.

const { NumberIsInteger, ObjectDefineProperty } = primordials;
const { exit: endNow } = internalBinding('process');
const { setCallbacks } = internalBinding('task_queue');
const { isMainThread } = internalBinding('worker');
const { emitDestroys } = require('internal/async_hooks');

let exitCode;

function checkedCode(value) {
  if (value === undefined || value === null) return value;
  if (typeof value === 'string' && value !== '') {
    const number = +value;
    if (NumberIsInteger(number)) return value;
  }
  require('internal/validators').validateInteger(value, 'code');
  return value;
}

function emitExit(fallback) {
  if (process._exiting) return exitCode ?? fallback;
  process._exiting = true;
  process.emit('exit', exitCode ?? fallback);
  if (!isMainThread) require('internal/worker/thread').flush();
  return exitCode ?? fallback;
}

function exit(code) {
  checkedCode(code);
  if (arguments.length !== 0 && code !== undefined) process.exitCode = code;
  emitExit(0);
  process.reallyExit(exitCode ?? 0);
}

function install(target) {
  ObjectDefineProperty(target, 'exitCode', {
    __proto__: null,
    configurable: true,
    enumerable: true,
    get() { return exitCode; },
    set(value) {
      checkedCode(value);
      exitCode = value ?? undefined;
    },
  });
  target.exit = exit;
  target.reallyExit = (code = 0) => endNow(+code);
}

setCallbacks({
  emitBeforeExit() {
    emitDestroys();
    process.emit('beforeExit', exitCode ?? 0);
  },
  emitDestroys,
  // The loop ran dry (no fallback), or an error nobody took ends the process with its code.
  emitExit(errorCode) {
    if (errorCode !== undefined && !process._exiting) exitCode = errorCode;
    return +emitExit(0);
  },
});

module.exports = { install };
