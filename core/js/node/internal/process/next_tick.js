'use strict';

const { ReflectApply } = primordials;
const { executionAsyncId, newAsyncId } = internalBinding('async_context');
const { tickEnqueue } = internalBinding('task_queue');
const hooks = require('internal/async_hooks');

// Source: Node.js documentation "Process", process.nextTick(callback[, ...args]).
function nextTick(callback, ...args) {
  if (typeof callback !== 'function') {
    require('internal/validators').validateFunction(callback, 'callback');
  }
  if (process._exiting) return;
  const id = newAsyncId();
  if (hooks.active) callback = announced(callback, id);
  tickEnqueue(callback, args.length === 0 ? undefined : args, id);
}

// A tick that tells the hooks of its life.
function announced(callback, id) {
  const resource = { callback };
  hooks.emit('init', id, 'TickObject', executionAsyncId(), resource);
  return (...args) => {
    hooks.enter(id);
    try {
      ReflectApply(callback, undefined, args);
    } finally {
      hooks.destroy(id);
    }
    hooks.leave(id);
  };
}

function install(target) {
  target.nextTick = nextTick;
}

module.exports = { install };
