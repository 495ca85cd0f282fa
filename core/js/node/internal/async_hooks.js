'use strict';

// The hooks that async_hooks.createHook enabled, for the modules whose resources they are told of.

const { ArrayPrototypeIndexOf, ArrayPrototypePush, ArrayPrototypeSplice, ReflectApply } = primordials;

const enabled = [];

module.exports = {
  // Read before every emit, so that programs without hooks pay next to nothing.
  active: false,

  emit(event, ...args) {
    for (let i = 0; i < enabled.length; i++) {
      const callback = enabled[i].callbacks[event];
      if (callback !== undefined) ReflectApply(callback, enabled[i], args);
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
