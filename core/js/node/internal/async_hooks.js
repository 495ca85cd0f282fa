'use strict';

// The hooks that async_hooks.createHook enabled, for the modules whose resources they are told of.

const {
  ArrayPrototypeIndexOf,
  ArrayPrototypePop,
  ArrayPrototypePush,
  ArrayPrototypeSplice,
  ReflectApply,
} = primordials;
const { requestDestroys } = internalBinding('async_context');

const enabled = [];
// The resources whose callbacks are running, the innermost last.
const entered = [];
let destroyed = [];

module.exports = {
  // Read before every emit, so that programs without hooks pay next to nothing.
  active: false,

  emit(event, ...args) {
    for (let i = 0; i < enabled.length; i++) {
      const callback = enabled[i].callbacks[event];
      if (callback !== undefined) ReflectApply(callback, enabled[i], args);
    }
  },

  enter(id) {
    ArrayPrototypePush(entered, id);
    module.exports.emit('before', id);
  },

  leave(id) {
    if (entered[entered.length - 1] === id) ArrayPrototypePop(entered);
    module.exports.emit('after', id);
  },

  // What an uncaught exception left without an end, once it was handled.
  leaveAll() {
    while (entered.length > 0) module.exports.emit('after', ArrayPrototypePop(entered));
  },

  // Hooks are told of it when the loop next comes to the check phase, or before it ends.
  destroy(id) {
    if (destroyed.length === 0) requestDestroys();
    ArrayPrototypePush(destroyed, id);
  },

  emitDestroys() {
    while (destroyed.length > 0) {
      const ids = destroyed;
      destroyed = [];
      for (let i = 0; i < ids.length; i++) module.exports.emit('destroy', ids[i]);
    }
  },

  enable(hook) {
    if (ArrayPrototypeIndexOf(enabled, hook) === -1) ArrayPrototypePush(enabled, hook);
    module.exports.active = true;
  },

  disable(hook) {
    const index = ArrayPrototypeIndexOf(enabled, hook);
    if (index !== -1) ArrayPrototypeSplice(enabled, index, 1);
    module.exports.active = enabled.length > 0;
  },
};
