'use strict';

// Source: Node.js documentation "Assert".

const {
  ErrorPrototype,
  NumberIsNaN,
  ObjectAssign,
  ObjectIs,
  ObjectPrototypeIsPrototypeOf,
  RegExpPrototypeExec,
  StringPrototypeIndexOf,
  StringPrototypeSlice,
  StringPrototypeSplit,
} = primordials;
const { codes } = require('internal/errors');
const { deprecate } = require('internal/util');
const { isDeepEqual, isDeepStrictEqual } = require('internal/util/comparisons');
const { isRegExp } = internalBinding('types');
const AssertionError = require('internal/assert/assertion_error');

function inspect(value, options) {
  return require('internal/util/inspect').inspect(value, options);
}

// What every failing assertion ends in. A message that is an error is thrown as it is.
function failWith(details) {
  if (ObjectPrototypeIsPrototypeOf(ErrorPrototype, details.message)) throw details.message;
  throw new AssertionError(details);
}

function requireTwo(count) {
  if (count < 2) throw new codes.ERR_MISSING_ARGS('actual', 'expected');
}

function requireTruth(stackStartFn, count, value, message) {
  if (value) return;
  let generatedMessage = false;
  if (count === 0) {
    generatedMessage = true;
    message = 'No value argument passed to `assert.ok()`';
  } else if (message === undefined || message === null) {
    generatedMessage = true;
    message = require('internal/assert/call_source').describeCall(stackStartFn);
  } else if (ObjectPrototypeIsPrototypeOf(ErrorPrototype, message)) {
    throw message;
  }
  const error = new AssertionError({
    actual: value, expected: true, message, operator: '==', stackStartFn,
  });
  error.generatedMessage = generatedMessage;
  throw error;
}

function ok(...args) {
  requireTruth(ok, args.length, args[0], args[1]);
}

const assert = module.exports = ok;

function fail(actual, expected, message, operator, stackStartFn) {
  const count = arguments.length;
  let generated = false;
  if ((actual === undefined || actual === null) && count <= 1) {
    generated = true;
    message = 'Failed';
  } else if (count === 1) {
    message = actual;
    actual = undefined;
  } else {
    warnOfFail();
    if (count === 2) operator = '!=';
  }
  if (ObjectPrototypeIsPrototypeOf(ErrorPrototype, message)) throw message;
  const details = { actual, expected, operator: operator ?? 'fail', stackStartFn: stackStartFn ?? fail };
  if (message !== undefined) details.message = message;
  const error = new AssertionError(details);
  if (generated) error.generatedMessage = true;
  throw error;
}

let warnedOfFail = false;

function warnOfFail() {
  if (warnedOfFail) return;
  warnedOfFail = true;
  process.emitWarning(
    'assert.fail() with more than one argument is deprecated. Please use assert.strictEqual() ' +
      'instead or only pass a message.', 'DeprecationWarning', 'DEP0094');
}

assert.fail = fail;
assert.AssertionError = AssertionError;
assert.ok = ok;

assert.equal = function equal(actual, expected, message) {
  requireTwo(arguments.length);
  if (actual == expected || (NumberIsNaN(actual) && NumberIsNaN(expected))) return;
  failWith({ actual, expected, message, operator: '==', stackStartFn: equal });
};

assert.notEqual = function notEqual(actual, expected, message) {
  requireTwo(arguments.length);
  if (actual != expected && !(NumberIsNaN(actual) && NumberIsNaN(expected))) return;
  failWith({ actual, expected, message, operator: '!=', stackStartFn: notEqual });
};

assert.deepEqual = function deepEqual(actual, expected, message) {
  requireTwo(arguments.length);
  if (isDeepEqual(actual, expected)) return;
  failWith({ actual, expected, message, operator: 'deepEqual', stackStartFn: deepEqual });
};

assert.notDeepEqual = function notDeepEqual(actual, expected, message) {
  requireTwo(arguments.length);
  if (!isDeepEqual(actual, expected)) return;
  failWith({ actual, expected, message, operator: 'notDeepEqual', stackStartFn: notDeepEqual });
};

assert.deepStrictEqual = function deepStrictEqual(actual, expected, message) {
  requireTwo(arguments.length);
  if (isDeepStrictEqual(actual, expected)) return;
  failWith({ actual, expected, message, operator: 'deepStrictEqual', stackStartFn: deepStrictEqual });
};

assert.notDeepStrictEqual = function notDeepStrictEqual(actual, expected, message) {
  requireTwo(arguments.length);
  if (!isDeepStrictEqual(actual, expected)) return;
  failWith({
    actual, expected, message, operator: 'notDeepStrictEqual', stackStartFn: notDeepStrictEqual,
  });
};

assert.strictEqual = function strictEqual(actual, expected, message) {
  requireTwo(arguments.length);
  if (ObjectIs(actual, expected)) return;
  failWith({ actual, expected, message, operator: 'strictEqual', stackStartFn: strictEqual });
};

assert.notStrictEqual = function notStrictEqual(actual, expected, message) {
  requireTwo(arguments.length);
  if (!ObjectIs(actual, expected)) return;
  failWith({ actual, expected, message, operator: 'notStrictEqual', stackStartFn: notStrictEqual });
};

const exceptions = require('internal/assert/exceptions');

assert.throws = function throws(fn, ...args) {
  exceptions.expectError(throws, 'exception', exceptions.outcomeOf(fn), args);
};

assert.rejects = async function rejects(promiseFn, ...args) {
  exceptions.expectError(rejects, 'rejection', await exceptions.settlementOf(promiseFn), args);
};

assert.doesNotThrow = function doesNotThrow(fn, ...args) {
  exceptions.expectNoError(doesNotThrow, 'exception', exceptions.outcomeOf(fn), args);
};

assert.doesNotReject = async function doesNotReject(fn, ...args) {
  exceptions.expectNoError(doesNotReject, 'rejection', await exceptions.settlementOf(fn), args);
};

// The two stacks as one: where it was noticed, then where the error came from.
function joinStacks(stack, original) {
  const first = StringPrototypeIndexOf(original, '\n    at');
  if (first === -1) return stack;
  const frames = StringPrototypeSplit(StringPrototypeSlice(original, first + 1), '\n');
  let cut = stack.length;
  for (let i = 0; i < frames.length; i++) {
    const common = StringPrototypeIndexOf(stack, frames[i]);
    if (common !== -1) {
      cut = common - 1;
      break;
    }
  }
  return `${StringPrototypeSlice(stack, 0, cut)}${StringPrototypeSlice(original, first)}`;
}

assert.ifError = function ifError(error) {
  if (error === null || error === undefined) return;
  let message = 'ifError got unwanted exception: ';
  if (typeof error === 'object' && typeof error.message === 'string') {
    message += error.message.length === 0 && error.constructor ? error.constructor.name : error.message;
  } else {
    message += inspect(error);
  }
  const unwanted = new AssertionError({
    actual: error, expected: null, operator: 'ifError', message, stackStartFn: ifError,
  });
  if (typeof error === 'object' && typeof error.stack === 'string' &&
      typeof unwanted.stack === 'string') unwanted.stack = joinStacks(unwanted.stack, error.stack);
  throw unwanted;
};

function requireMatch(string, regexp, message, stackStartFn, wanted) {
  if (!isRegExp(regexp)) throw new codes.ERR_INVALID_ARG_TYPE('regexp', 'RegExp', regexp);
  if (typeof string === 'string' && (RegExpPrototypeExec(regexp, string) !== null) === wanted) return;
  if (message && ObjectPrototypeIsPrototypeOf(ErrorPrototype, message)) throw message;
  const generatedMessage = !message;
  if (generatedMessage) message = describeMismatch(string, regexp, wanted);
  const error = new AssertionError({
    actual: string, expected: regexp, message, operator: stackStartFn.name, stackStartFn,
  });
  error.generatedMessage = generatedMessage;
  throw error;
}

function describeMismatch(string, regexp, wanted) {
  if (typeof string !== 'string') {
    return 'The "string" argument must be of type string. Received type ' +
      `${typeof string} (${inspect(string)})`;
  }
  const what = wanted ? 'did not match the' : 'was expected to not match the';
  return `The input ${what} regular expression ${inspect(regexp)}. Input:\n\n${inspect(string)}\n`;
}

assert.match = function match(string, regexp, message) {
  requireMatch(string, regexp, message, match, true);
};

assert.doesNotMatch = function doesNotMatch(string, regexp, message) {
  requireMatch(string, regexp, message, doesNotMatch, false);
};

// Made when used: it is deprecated and rarely is.
function CallTracker() {
  return new (require('internal/assert/calltracker'))();
}

assert.CallTracker = deprecate(CallTracker, 'assert.CallTracker is deprecated.', 'DEP0173');

function strict(...args) {
  requireTruth(strict, args.length, args[0], args[1]);
}

assert.strict = ObjectAssign(strict, assert, {
  equal: assert.strictEqual,
  deepEqual: assert.deepStrictEqual,
  notEqual: assert.notStrictEqual,
  notDeepEqual: assert.notDeepStrictEqual,
});
assert.strict.strict = assert.strict;
