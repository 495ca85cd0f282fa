'use strict';

const { enqueueMicrotask } = internalBinding('task_queue');

// Source: Node.js documentation "Globals", queueMicrotask(callback).
module.exports = function queueMicrotask(callback) {
  if (typeof callback !== 'function') {
    require('internal/validators').validateFunction(callback, 'callback');
  }
  enqueueMicrotask(callback);
};
