'use strict';

// Under which objects of crypto keep what they work with; util.inspect shows the names.

const { Symbol } = primordials;

module.exports = {
  kFinalized: Symbol('kFinalized'),
  kHandle: Symbol('kHandle'),
  kState: Symbol('kState'),
};
