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
  if (hooks.active) return enqueueAnnounced(callback, args);
  tickEnqueue(callback, args.length === 0 ? undefined : args);
}

// A tick that tells the hooks of its life.
function enqueueAnnounced(callback, args) {
  const id = newAsyncId();
  hooks.emit('init', id, 'TickObject', executionAsyncId(), { callback });
  tickEnqueue(() => {
    hooks.enter(id);
    try {
      ReflectApply(callback, undefined, args);
    } finally {
      hooks.destroy(id);
    }
    hooks.leave(id);
  }, undefined, id);
}

function install(target) {
  target.nextTick = nextTick;
}

module.exports = { install };
