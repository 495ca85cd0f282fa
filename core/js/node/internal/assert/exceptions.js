'use strict';

// assert.throws, rejects and their opposites: what the code did, and whether that was expected.

const {
  ArrayPrototypePush,
  Error,
  ErrorPrototype,
  ObjectKeys,
  ObjectPrototypeIsPrototypeOf,
  ReflectApply,
  RegExpPrototypeExec,
  String,
} = primordials;
const { codes } = require('internal/errors');
const { isError } = require('internal/util');
const { isDeepStrictEqual } = require('internal/util/comparisons');
const { isPromise, isRegExp } = internalBinding('types');
const { validateFunction } = require('internal/validators');
const AssertionError = require('internal/assert/assertion_error');

function inspect(value, options) {
  return require('internal/util/inspect').inspect(value, options);
}

function isObject(value) {
  return typeof value === 'object' && value !== null;
}

// { threw, error } of a call.
function outcomeOf(fn) {
  validateFunction(fn, 'fn');
  try {
    fn();
  } catch (error) {
    return { threw: true, error };
  }
  return { threw: false, error: undefined };
}

function isThenable(value) {
  return isPromise(value) || (isObject(value) && typeof value.then === 'function' &&
    typeof value.catch === 'function');
}

// The same of a promise, or of what a function returns.
async function settlementOf(promiseFn) {
  let promise = promiseFn;
  if (typeof promiseFn === 'function') {
    promise = promiseFn();
    if (!isThenable(promise))
      throw new codes.ERR_INVALID_RETURN_VALUE('instance of Promise', 'promiseFn', promise);
  } else if (!isThenable(promiseFn)) {
    throw new codes.ERR_INVALID_ARG_TYPE('promiseFn', ['Function', 'Promise'], promiseFn);
  }
  try {
    await promise;
  } catch (error) {
    return { threw: true, error };
  }
  return { threw: false, error: undefined };
}

function fail(details) {
  if (ObjectPrototypeIsPrototypeOf(ErrorPrototype, details.message)) throw details.message;
  throw new AssertionError(details);
}

// Sorts (error, message), of which the first may be the message.
function readExpectation(outcome, args) {
  let { 0: expected, 1: message } = args;
  if (typeof expected === 'string') {
    if (args.length === 2) {
      throw new codes.ERR_INVALID_ARG_TYPE(
        'error', ['Object', 'Error', 'Function', 'RegExp'], expected);
    }
    requireUnambiguous(outcome, expected);
    message = expected;
    expected = undefined;
  } else if (expected !== undefined && expected !== null && typeof expected !== 'object' &&
             typeof expected !== 'function') {
    throw new codes.ERR_INVALID_ARG_TYPE(
      'error', ['Object', 'Error', 'Function', 'RegExp'], expected);
  }
  return { expected, message };
}

function requireUnambiguous({ threw, error }, message) {
  if (!threw) return;
  if (isObject(error) && error.message === message) {
    throw new codes.ERR_AMBIGUOUS_ARGUMENT(
      'error/message', `The error message "${error.message}" is identical to the message.`);
  }
  if (error === message) {
    throw new codes.ERR_AMBIGUOUS_ARGUMENT(
      'error/message', `The error "${error}" is identical to the message.`);
  }
}

function expectError(stackStartFn, kind, outcome, args) {
  const { expected, message } = readExpectation(outcome, args);
  if (!outcome.threw) {
    const name = expected?.name ? ` (${expected.name})` : '';
    fail({
      actual: undefined,
      expected,
      operator: stackStartFn.name,
      message: `Missing expected ${kind}${name}${message ? `: ${message}` : '.'}`,
      stackStartFn,
    });
  }
  if (!expected) return;
  requireMatch(outcome.error, expected, message, stackStartFn);
}

// Which way `actual` differs from what was expected of it, in words; undefined if it does not.
function requireMatch(actual, expected, message, stackStartFn) {
  if (typeof expected !== 'function' && !isRegExp(expected))
    return requireProperties(actual, expected, message, stackStartFn);
  const problem = isRegExp(expected) ? checkText(actual, expected) :
    checkByFunction(actual, expected);
  if (problem === undefined) return;
  const generatedMessage = !message;
  const error = new AssertionError({
    actual, expected, message: message ? message : problem, operator: stackStartFn.name, stackStartFn,
  });
  error.generatedMessage = generatedMessage;
  throw error;
}

function checkText(actual, expected) {
  const text = String(actual);
  if (RegExpPrototypeExec(expected, text) !== null) return undefined;
  return `The input did not match the regular expression ${inspect(expected)}. ` +
    `Input:\n\n${inspect(text)}\n`;
}

// Error itself is not: Node calls it like any function, which shows what it makes of the value.
function isErrorClass(fn) {
  return ObjectPrototypeIsPrototypeOf(Error, fn);
}

function isInstance(value, fn) {
  return fn.prototype !== undefined && value instanceof fn;
}

// A class the error must be of, or a function that says whether it will do.
function checkByFunction(actual, expected) {
  if (isInstance(actual, expected)) return undefined;
  if (isErrorClass(expected)) {
    const shown = isError(actual) ? actual.constructor?.name || actual.name :
      inspect(actual, { depth: -1 });
    const text = `The error is expected to be an instance of "${expected.name}". Received "${shown}"`;
    return isError(actual) && actual.message ? `${text}\n\nError message:\n\n${actual.message}` : text;
  }
  const result = ReflectApply(expected, {}, [actual]);
  if (result === true) return undefined;
  const name = expected.name ? `"${expected.name}" ` : '';
  const text = `The ${name}validation function is expected to return "true". ` +
    `Received ${inspect(result)}`;
  return isError(actual) ? `${text}\n\nCaught error:\n\n${actual}` : text;
}

// Only so that the comparison shows its name.
class Comparison {
  constructor(object, keys, actual) {
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i];
      if (!(key in object)) continue;
      // A text that matches the expected pattern shows as equal to it.
      const matches = actual !== undefined && typeof actual[key] === 'string' &&
        isRegExp(object[key]) && RegExpPrototypeExec(object[key], actual[key]) !== null;
      this[key] = matches ? actual[key] : object[key];
    }
  }
}

function expectedKeys(expected) {
  const keys = ObjectKeys(expected);
  if (isError(expected)) ArrayPrototypePush(keys, 'name', 'message');
  else if (keys.length === 0)
    throw new codes.ERR_INVALID_ARG_VALUE('error', expected, 'may not be an empty object');
  return keys;
}

function requireProperties(actual, expected, message, stackStartFn) {
  if (!isObject(actual)) {
    const error = new AssertionError({
      actual, expected, message, operator: 'deepStrictEqual', stackStartFn,
    });
    error.operator = stackStartFn.name;
    throw error;
  }
  const keys = expectedKeys(expected);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    const matches = typeof actual[key] === 'string' && isRegExp(expected[key]) &&
      RegExpPrototypeExec(expected[key], actual[key]) !== null;
    if (matches) continue;
    if (key in actual && isDeepStrictEqual(actual[key], expected[key])) continue;
    failByProperties(actual, expected, keys, message, stackStartFn);
  }
}

function failByProperties(actual, expected, keys, message, stackStartFn) {
  if (message) fail({ actual, expected, message, operator: stackStartFn.name, stackStartFn });
  const error = new AssertionError({
    actual: new Comparison(actual, keys),
    expected: new Comparison(expected, keys, actual),
    operator: 'deepStrictEqual',
    stackStartFn,
  });
  error.actual = actual;
  error.expected = expected;
  error.operator = stackStartFn.name;
  throw error;
}

function matchesUnwanted(actual, expected) {
  if (typeof expected !== 'function') {
    if (isRegExp(expected)) return RegExpPrototypeExec(expected, String(actual)) !== null;
    throw new codes.ERR_INVALID_ARG_TYPE('expected', ['Function', 'RegExp'], expected);
  }
  if (isInstance(actual, expected)) return true;
  return !isErrorClass(expected) && ReflectApply(expected, {}, [actual]) === true;
}

function expectNoError(stackStartFn, kind, outcome, args) {
  if (!outcome.threw) return;
  const { error: actual } = outcome;
  let { 0: expected, 1: message } = args;
  if (typeof expected === 'string') {
    message = expected;
    expected = undefined;
  }
  if (expected && !matchesUnwanted(actual, expected)) throw actual;
  fail({
    actual,
    expected,
    operator: stackStartFn.name,
    message: `Got unwanted ${kind}${message ? `: ${message}` : '.'}\n` +
      `Actual message: "${actual && actual.message}"`,
    stackStartFn,
  });
}

module.exports = { expectError, expectNoError, outcomeOf, settlementOf };
