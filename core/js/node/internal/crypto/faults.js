'use strict';

// What internalBinding('crypto') gives instead of a result when something cannot be done, as an error.

const { ArrayIsArray, Error, RangeError, TypeError } = primordials;

// By the host's numbers.
const kClasses = [Error, TypeError, RangeError];

function isFault(result) {
  return ArrayIsArray(result);
}

function errorOf({ 0: kind, 1: message, 2: code, 3: library, 4: reason, 5: stack }) {
  const ErrorClass = kClasses[kind];
  const error = new ErrorClass(message);
  if (stack.length > 0) error.opensslErrorStack = stack;
  if (library !== '') error.library = library;
  if (reason !== '') error.reason = reason;
  if (code !== '') error.code = code;
  return error;
}

module.exports = { errorOf, isFault };
