'use strict';

const { tickEnqueue } = internalBinding('task_queue');

// Source: Node.js documentation "Process", process.nextTick(callback[, ...args]).
function nextTick(callback, ...args) {
  if (typeof callback !== 'function') {
    require('internal/validators').validateFunction(callback, 'callback');
  }
  if (process._exiting) return;
  tickEnqueue(callback, args.length === 0 ? undefined : args);
}

function install(target) {
  target.nextTick = nextTick;
}

module.exports = { install };
