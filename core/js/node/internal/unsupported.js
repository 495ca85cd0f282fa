'use strict';

// What is not simulated says so when it is used.

const { ObjectDefineProperty } = primordials;
const { codes: { ERR_FEATURE_UNAVAILABLE_ON_PLATFORM } } = require('internal/errors');

function named(refused, name) {
  return ObjectDefineProperty(refused, 'name', { __proto__: null, configurable: true, value: name });
}

function refuse(module, name) {
  return named(function() {
    throw new ERR_FEATURE_UNAVAILABLE_ON_PLATFORM(`${module}.${name}()`);
  }, name);
}

// A class to derive from and to compare with, of which there can be no object.
function refuseClass(module, name) {
  return named(class {
    constructor() {
      throw new ERR_FEATURE_UNAVAILABLE_ON_PLATFORM(`${module}.${name}`);
    }
  }, name);
}

module.exports = { refuse, refuseClass };
