'use strict';

// Other realms are not simulated: here to be asked for.

const { refuse, refuseClass } = require('internal/unsupported');

module.exports = {
  Script: refuseClass('vm', 'Script'),
  createContext: refuse('vm', 'createContext'),
  createScript: refuse('vm', 'createScript'),
  runInContext: refuse('vm', 'runInContext'),
  runInNewContext: refuse('vm', 'runInNewContext'),
  runInThisContext: refuse('vm', 'runInThisContext'),
  isContext: () => false,
  compileFunction: refuse('vm', 'compileFunction'),
  measureMemory: refuse('vm', 'measureMemory'),
  constants: {},
};
