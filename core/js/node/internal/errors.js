'use strict';

// Node's error classes. `codes.ERR_X` is made when first asked for; internal/error_messages says what
// each is, internal/system_errors has those of the operating system.

const {
  AggregateError,
  ArrayIsArray,
  ArrayPrototypePush,
  Error,
  ErrorCaptureStackTrace,
  ObjectDefineProperties,
  ObjectDefineProperty,
  Proxy,
  ReflectApply,
  StringPrototypeIndexOf,
  StringPrototypeSlice,
  StringPrototypeStartsWith,
  Symbol,
} = primordials;

const kIsNodeError = Symbol('kIsNodeError');

// Frames that only check and report: a stack begins where the mistake was made.
const reporters = ['node:internal/errors:', 'node:internal/validators:', 'node:internal/system_errors:'];

function isReporterFrame(stack, start, end) {
  const frame = StringPrototypeSlice(stack, start, end);
  for (let i = 0; i < reporters.length; i++)
    if (StringPrototypeIndexOf(frame, reporters[i]) !== -1) return true;
  return false;
}

function withoutReporters(stack, header) {
  if (!StringPrototypeStartsWith(stack, header)) return stack;
  const first = header.length;
  let start = first;
  while (start < stack.length) {
    let end = StringPrototypeIndexOf(stack, '\n', start + 1);
    if (end === -1) end = stack.length;
    if (!isReporterFrame(stack, start, end)) break;
    start = end;
  }
  return start === first ? stack : header + StringPrototypeSlice(stack, start);
}

function defineHidden(object, name, value) {
  ObjectDefineProperty(object, name, {
    __proto__: null, configurable: true, enumerable: false, writable: true, value,
  });
}

// Gives the error the stack of this moment, headed by "name [code]: message".
function captureStack(error, name, hideAbove) {
  defineHidden(error, 'name', name);
  if (ErrorCaptureStackTrace !== undefined) ErrorCaptureStackTrace(error, hideAbove);
  const { stack } = error;
  delete error.name;
  if (typeof stack === 'string') {
    const header = error.message === '' ? name : `${name}: ${error.message}`;
    defineHidden(error, 'stack', withoutReporters(stack, header));
  }
}

function fill(text, args) {
  let result = '';
  let used = 0;
  let start = 0;
  for (;;) {
    const at = StringPrototypeIndexOf(text, '%s', start);
    if (at === -1 || used === args.length) break;
    result += `${StringPrototypeSlice(text, start, at)}${args[used++]}`;
    start = at + 2;
  }
  return result + StringPrototypeSlice(text, start);
}

function showWithCode() {
  return `${this.name} [${this.code}]: ${this.message}`;
}

function setCode(error, code) {
  ObjectDefineProperty(error, 'code', {
    __proto__: null, configurable: true, enumerable: true, writable: true, value: code,
  });
}

function makeClass(code, Base, message) {
  const plain = typeof message === 'string' && StringPrototypeIndexOf(message, '%s') === -1;
  class NodeError extends Base {
    constructor(...args) {
      if (plain) {
        super(message);
        setCode(this, code);
      } else {
        super();
        setCode(this, code);
        const text = typeof message === 'string' ? fill(message, args) :
          ReflectApply(message, this, args);
        defineHidden(this, 'message', text);
      }
      captureStack(this, `${this.name} [${code}]`, NodeError);
    }
  }
  ObjectDefineProperties(NodeError.prototype, {
    constructor: { __proto__: null, configurable: true, writable: true, value: Base },
    toString: { __proto__: null, configurable: true, writable: true, value: showWithCode },
    [kIsNodeError]: { __proto__: null, configurable: true, value: true },
  });
  NodeError.HideStackFramesError = NodeError;
  return NodeError;
}

function makeCode(code) {
  const entry = require('internal/error_messages').messages[code];
  if (entry === undefined) return undefined;
  if (entry[0] === 'SystemError')
    return require('internal/system_errors').makeSystemClass(code, entry[1]);
  const Class = makeClass(code, entry[0], entry[1]);
  for (let i = 2; i < entry.length; i++)
    Class[entry[i].name] = makeClass(code, entry[i], entry[1]);
  return Class;
}

const made = { __proto__: null };
const codes = new Proxy(made, {
  __proto__: null,
  get(target, code) {
    return target[code] ??= makeCode(code);
  },
});

// Node marks functions whose own frames a stack leaves out; ours are found by their file.
function hideStackFrames(fn) {
  fn.withoutStackTrace = fn;
  return fn;
}

class AbortError extends Error {
  constructor(message = 'The operation was aborted', options = undefined) {
    if (options !== undefined && typeof options !== 'object')
      throw new codes.ERR_INVALID_ARG_TYPE('options', 'Object', options);
    super(message, options);
    this.code = 'ABORT_ERR';
    this.name = 'AbortError';
    // The name came too late for the header of the stack.
    defineHidden(this, 'name', 'AbortError');
    if (ErrorCaptureStackTrace !== undefined) {
      ErrorCaptureStackTrace(this, AbortError);
      const { stack } = this;
      if (typeof stack === 'string') defineHidden(this, 'stack', stack);
    }
    ObjectDefineProperty(this, 'name', { __proto__: null, enumerable: true });
  }
}

class NodeAggregateError extends AggregateError {
  constructor(errors, message) {
    super(errors, message);
    this.code = errors[0]?.code;
  }
}
ObjectDefineProperties(NodeAggregateError.prototype, {
  constructor: { __proto__: null, configurable: true, writable: true, value: AggregateError },
  [kIsNodeError]: { __proto__: null, configurable: true, value: true },
});

// One error for two: the outer keeps its own message, and both are in `errors`.
function aggregateTwoErrors(inner, outer) {
  if (!inner || !outer || inner === outer) return inner || outer;
  if (ArrayIsArray(outer.errors)) {
    ArrayPrototypePush(outer.errors, inner);
    return outer;
  }
  const error = new AggregateError([outer, inner], outer.message);
  error.code = outer.code;
  return error;
}

class ConnResetException extends Error {
  constructor(message) {
    super(message);
    this.code = 'ECONNRESET';
  }
}
defineHidden(ConnResetException.prototype, 'constructor', Error);

// An error of the language's own class with further properties.
function genericNodeError(message, properties) {
  const error = new Error(message);
  for (const name in properties) error[name] = properties[name];
  return error;
}

function isStackOverflowError(error) {
  if (error === null || typeof error !== 'object') return false;
  return (error.name === 'RangeError' && error.message === 'Maximum call stack size exceeded') ||
    (error.name === 'InternalError' && error.message === 'too much recursion');
}

function isErrorStackTraceLimitWritable() {
  const { ObjectGetOwnPropertyDescriptor, ObjectIsExtensible } = primordials;
  const limit = ObjectGetOwnPropertyDescriptor(Error, 'stackTraceLimit');
  if (limit === undefined) return ObjectIsExtensible(Error);
  return limit.writable === true || limit.set !== undefined;
}

function lazily(id, name) {
  return {
    __proto__: null, configurable: true, enumerable: true,
    get() { return require(id)[name]; },
  };
}

module.exports = {
  AbortError,
  ConnResetException,
  NodeAggregateError,
  aggregateTwoErrors,
  captureStack,
  codes,
  genericNodeError,
  hideStackFrames,
  isErrorStackTraceLimitWritable,
  isStackOverflowError,
  kIsNodeError,
};

ObjectDefineProperties(module.exports, {
  determineSpecificType: lazily('internal/error_messages', 'describeReceived'),
  formatList: lazily('internal/error_messages', 'formatList'),
  DNSException: lazily('internal/system_errors', 'DNSException'),
  ErrnoException: lazily('internal/system_errors', 'ErrnoException'),
  ExceptionWithHostPort: lazily('internal/system_errors', 'ExceptionWithHostPort'),
  SystemError: lazily('internal/system_errors', 'SystemError'),
  UVException: lazily('internal/system_errors', 'UVException'),
  UVExceptionWithHostPort: lazily('internal/system_errors', 'UVExceptionWithHostPort'),
  uvErrmapGet: lazily('internal/system_errors', 'uvErrmapGet'),
});
