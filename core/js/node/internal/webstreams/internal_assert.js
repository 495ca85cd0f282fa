'use strict';

// Where Node finds itself in a state that it thinks impossible, and tells the program so.

function assertInternally(condition) {
  if (condition) return;
  const { ERR_INTERNAL_ASSERTION } = require('internal/errors').codes;
  throw new ERR_INTERNAL_ASSERTION(undefined);
}

module.exports = { assertInternally };
