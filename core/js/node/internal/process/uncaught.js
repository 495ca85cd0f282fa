'use strict';

// Errors that nothing caught. Source: Node.js documentation "Process", 'uncaughtException'.

const { setCallbacks } = internalBinding('task_queue');
const { newAsyncId } = internalBinding('async_context');
const hooks = require('internal/async_hooks');

let captureCallback = null;

function wasTaken(error, origin) {
  if (captureCallback === null) return process.emit('uncaughtException', error, origin);
  captureCallback(error);
  return true;
}

// Called by the host; false: nobody took the error. A throw in here ends the process with code 7.
function onUncaughtException(error, origin) {
  process.emit('uncaughtExceptionMonitor', error, origin);
  if (wasTaken(error, origin)) {
    // The host makes sure that the loop comes round again. Node does that by an immediate, which async hooks
    // are told of.
    if (hooks.active) require('timers').setImmediate(() => {});
    else newAsyncId();
    hooks.leaveAll();
    return true;
  }
  require('internal/emitted_at').explain(error);
  return false;
}

function setUncaughtExceptionCaptureCallback(callback) {
  if (callback === null) {
    captureCallback = null;
    return;
  }
  const { codes } = require('internal/errors');
  if (typeof callback !== 'function') {
    throw new codes.ERR_INVALID_ARG_TYPE('fn', ['Function', 'null'], callback);
  }
  if (captureCallback !== null) throw new codes.ERR_UNCAUGHT_EXCEPTION_CAPTURE_ALREADY_SET();
  captureCallback = callback;
}

function install(target) {
  target._fatalException = onUncaughtException;
  target.setUncaughtExceptionCaptureCallback = setUncaughtExceptionCaptureCallback;
  target.hasUncaughtExceptionCaptureCallback = () => captureCallback !== null;
}

setCallbacks({ uncaughtException: onUncaughtException });

module.exports = { install, onUncaughtException };
