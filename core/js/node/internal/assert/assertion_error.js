'use strict';

// Source: Node.js documentation "Class: assert.AssertionError"; the wording is Node 20's.

const {
  ArrayPrototypeJoin,
  ArrayPrototypePop,
  Error,
  ErrorCaptureStackTrace,
  ErrorPrototype,
  MathMin,
  ObjectAssign,
  ObjectDefineProperty,
  ObjectGetPrototypeOf,
  ObjectPrototypeHasOwnProperty,
  ObjectPrototypeIsPrototypeOf,
  ObjectSetPrototypeOf,
  String,
  StringPrototypeRepeat,
  StringPrototypeSlice,
  StringPrototypeSplit,
  SymbolFor,
} = primordials;
const { validateObject } = require('internal/validators');
const { compareLines } = require('internal/assert/line_diff');

const kCustomInspect = SymbolFor('nodejs.util.inspect.custom');

const headings = {
  __proto__: null,
  deepStrictEqual: 'Expected values to be strictly deep-equal:',
  strictEqual: 'Expected values to be strictly equal:',
  strictEqualObject: 'Expected "actual" to be reference-equal to "expected":',
  deepEqual: 'Expected values to be loosely deep-equal:',
  notDeepStrictEqual: 'Expected "actual" not to be strictly deep-equal to:',
  notStrictEqual: 'Expected "actual" to be strictly unequal to:',
  notStrictEqualObject: 'Expected "actual" not to be reference-equal to "expected":',
  notDeepEqual: 'Expected "actual" not to be loosely deep-equal to:',
  notIdentical: 'Values have same structure but are not reference-equal:',
  notDeepEqualUnequal: 'Expected values not to be loosely deep-equal:',
};

const kMostLines = 50;
const kShownOfMany = 46;
const kColumns = 80;
// The longest two values, together, that are shown on one line as "1 !== 2".
const kShortValues = 12;

// One property a line, sorted, nothing left out: made to be compared.
function inspectValue(value) {
  return require('internal/util/inspect').inspect(value, {
    __proto__: null,
    compact: false,
    customInspect: false,
    depth: 1000,
    maxArrayLength: Infinity,
    maxStringLength: Infinity,
    showHidden: false,
    showProxy: false,
    sorted: true,
    getters: true,
    breakLength: Infinity,
  });
}

function isObject(value) {
  return typeof value === 'object' && value !== null;
}

function isReference(value) {
  return isObject(value) || typeof value === 'function';
}

function cutLines(lines) {
  if (lines.length <= kMostLines) return lines;
  lines[kShownOfMany] = '...';
  while (lines.length > kShownOfMany + 1) ArrayPrototypePop(lines);
  return lines;
}

function shorten(text, length) {
  return text.length > length ? `${StringPrototypeSlice(text, 0, length - 3)}...` : text;
}

// A "^" below where two single lines begin to differ, if that is not near their start.
function pointer(actual, expected) {
  const length = MathMin(actual.length, expected.length);
  let common = 0;
  while (common < length && actual[common] === expected[common]) common++;
  return common > 2 ? `\n  ${StringPrototypeRepeat(' ', common)}^` : '';
}

function isSimple(actual, expected, lengths) {
  return lengths <= kShortValues && !isReference(actual) && !isReference(expected) &&
    (actual !== 0 || expected !== 0);
}

// For deepStrictEqual and strictEqual.
function describeDifference(actual, expected, operator, heading) {
  const actualLines = StringPrototypeSplit(inspectValue(actual), '\n');
  const expectedLines = StringPrototypeSplit(inspectValue(expected), '\n');
  const references = (isObject(actual) && isObject(expected)) ||
    (typeof actual === 'function' && typeof expected === 'function');
  if (operator === 'strictEqual' && references) operator = 'strictEqualObject';
  heading ??= headings[operator];

  let mark = '';
  if (actualLines.length === 1 && expectedLines.length === 1 &&
      actualLines[0] !== expectedLines[0]) {
    const [left] = actualLines;
    const [right] = expectedLines;
    const lengths = left.length + right.length;
    if (isSimple(actual, expected, lengths)) return `${heading}\n\n${left} !== ${right}\n`;
    const wide = lengths > kShortValues && lengths < kColumns;
    if (operator !== 'strictEqualObject' && wide) mark = pointer(left, right);
  }
  const comparison = compareLines(actualLines, expectedLines);
  if (comparison === undefined) {
    const lines = cutLines(StringPrototypeSplit(inspectValue(actual), '\n'));
    return `${headings.notIdentical}\n\n${ArrayPrototypeJoin(lines, '\n')}\n`;
  }
  const note = comparison.skipped ? ' ... Lines skipped' : '';
  const lines = ArrayPrototypeJoin(comparison.lines, '\n');
  return `${heading}\n+ actual - expected${note}\n\n${lines}${mark}`;
}

// For notDeepStrictEqual and notStrictEqual.
function describeUnwanted(actual, operator) {
  const lines = StringPrototypeSplit(inspectValue(actual), '\n');
  const key = operator === 'notStrictEqual' && isReference(actual) ? 'notStrictEqualObject' : operator;
  cutLines(lines);
  if (lines.length === 1) return `${headings[key]}${lines[0].length > 5 ? '\n\n' : ' '}${lines[0]}`;
  return `${headings[key]}\n\n${ArrayPrototypeJoin(lines, '\n')}\n`;
}

// For the loose operators, and for those a script names itself.
function describeLoose(actual, expected, operator) {
  let left = inspectValue(actual);
  let right = inspectValue(expected);
  if (operator === 'notDeepEqual' && left === right)
    return shorten(`${headings.notDeepEqual}\n\n${left}`, 1024);
  left = shorten(left, 512);
  right = shorten(right, 512);
  if (operator === 'deepEqual')
    return `${headings.deepEqual}\n\n${left}\n\nshould loosely deep-equal\n\n${right}`;
  if (operator === 'notDeepEqual')
    return `${headings.notDeepEqualUnequal}\n\n${left}\n\nshould not loosely deep-equal\n\n${right}`;
  return `${left} ${operator} ${right}`;
}

function isErrorLike(value) {
  return isObject(value) && 'stack' in value && ObjectPrototypeIsPrototypeOf(ErrorPrototype, value);
}

// Stacks differ always: errors are compared without them.
function withoutStack(error) {
  const copy = ObjectAssign(ObjectSetPrototypeOf({}, ObjectGetPrototypeOf(error)), error);
  ObjectDefineProperty(copy, 'message', {
    __proto__: null, configurable: true, enumerable: false, writable: true, value: error.message,
  });
  if (ObjectPrototypeHasOwnProperty(error, 'cause')) {
    const { cause } = error;
    ObjectDefineProperty(copy, 'cause', {
      __proto__: null, configurable: true, enumerable: false, writable: true,
      value: isErrorLike(cause) ? withoutStack(cause) : cause,
    });
  }
  return copy;
}

function generateMessage(actual, expected, operator, heading) {
  switch (operator) {
    case 'deepStrictEqual':
    case 'strictEqual':
      return describeDifference(actual, expected, operator, heading);
    case 'notDeepStrictEqual':
    case 'notStrictEqual':
      return describeUnwanted(actual, operator);
    default:
      return describeLoose(actual, expected, operator);
  }
}

// A message of the script's own heads the comparison, and replaces all else.
function messageOf(message, actual, expected, operator) {
  const compares = operator === 'deepStrictEqual' || operator === 'strictEqual';
  if (message === undefined || message === null)
    return generateMessage(actual, expected, operator, undefined);
  if (!compares) return String(message);
  return generateMessage(actual, expected, operator, message ? `${message}` : undefined);
}

const kMostTextLines = 10;
const kMostText = 512;

// A long text is shown by its first lines, or, as Node has it, by what follows its first 512 characters.
function shortenProperty(value) {
  if (typeof value !== 'string') return value;
  const lines = StringPrototypeSplit(value, '\n', kMostTextLines + 1);
  if (lines.length > kMostTextLines) {
    ArrayPrototypePop(lines);
    return `${ArrayPrototypeJoin(lines, '\n')}\n...`;
  }
  return value.length > kMostText ? `${StringPrototypeSlice(value, kMostText)}...` : value;
}

class AssertionError extends Error {
  constructor(options) {
    validateObject(options, 'options');
    const { message, operator, stackStartFn, stackStartFunction } = options;
    let { actual, expected } = options;
    if ((message === undefined || message === null) && isErrorLike(actual) && isErrorLike(expected)) {
      actual = withoutStack(actual);
      expected = withoutStack(expected);
    }
    super(messageOf(message, actual, expected, operator));
    this.generatedMessage = !message;
    ObjectDefineProperty(this, 'name', {
      __proto__: null, configurable: true, enumerable: false, writable: true,
      value: 'AssertionError [ERR_ASSERTION]',
    });
    this.code = 'ERR_ASSERTION';
    if ('details' in options) {
      this.actual = undefined;
      this.expected = undefined;
      this.operator = undefined;
      for (let i = 0; i < options.details.length; i++) {
        this[`message ${i}`] = options.details[i].message;
        this[`actual ${i}`] = options.details[i].actual;
        this[`expected ${i}`] = options.details[i].expected;
        this[`operator ${i}`] = options.details[i].operator;
        this[`stack trace ${i}`] = options.details[i].stack;
      }
    } else {
      this.actual = actual;
      this.expected = expected;
      this.operator = operator;
    }
    captureOwnStack(this, stackStartFn || stackStartFunction);
    this.name = 'AssertionError';
  }

  toString() {
    return `${this.name} [${this.code}]: ${this.message}`;
  }

  [kCustomInspect](depth, options) {
    const { actual, expected } = this;
    this.actual = shortenProperty(actual);
    this.expected = shortenProperty(expected);
    try {
      return require('internal/util/inspect').inspect(this, {
        ...options, customInspect: false, depth: 0,
      });
    } finally {
      this.actual = actual;
      this.expected = expected;
    }
  }
}

// A stack's text is made when it is first read; its heading has the code as long as the name does.
function captureOwnStack(error, above) {
  if (ErrorCaptureStackTrace !== undefined) ErrorCaptureStackTrace(error, above);
  return error.stack;
}

module.exports = AssertionError;
