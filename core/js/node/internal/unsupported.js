'use strict';

// What is not simulated says so when it is used.

const { ObjectDefineProperty } = primordials;
const { codes: { ERR_FEATURE_UNAVAILABLE_ON_PLATFORM } } = require('internal/errors');

function refuse(module, name) {
  function refused() {
    throw new ERR_FEATURE_UNAVAILABLE_ON_PLATFORM(`${module}.${name}()`);
  }
  ObjectDefineProperty(refused, 'name', { __proto__: null, configurable: true, value: name });
  return refused;
}

module.exports = { refuse };
