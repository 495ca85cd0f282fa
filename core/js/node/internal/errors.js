'use strict';

// Node's error classes. internal/error_messages says what each code is, internal/system_errors has the
// errors of the operating system; neither is loaded before an error is made.

const {
  AggregateError,
  ArrayIsArray,
  ArrayPrototypePush,
  Error,
  FunctionPrototype,
  ObjectDefineProperties,
  ObjectDefineProperty,
  ObjectGetOwnPropertyDescriptor,
  ObjectIsExtensible,
  ObjectSetPrototypeOf,
  Proxy,
  ReflectApply,
  ReflectConstruct,
  StringPrototypeIndexOf,
  StringPrototypeSlice,
  Symbol,
} = primordials;

const kIsNodeError = Symbol('kIsNodeError');

function defineHidden(object, name, value) {
  ObjectDefineProperty(object, name, {
    __proto__: null, configurable: true, enumerable: false, writable: true, value,
  });
}

// Heads the error's stack "name [code]: message". Its text is made when it is first read, of the name
// at that time; it leaves out the frames of this file.
function headStack(error, name) {
  defineHidden(error, 'name', name);
  const { stack } = error;
  delete error.name;
  return stack;
}

// As util.format('%s') has it.
function textOf(value) {
  return typeof value === 'string' ? value : require('internal/util/inspect').format('%s', value);
}

function fill(text, args) {
  let result = '';
  let used = 0;
  let start = 0;
  for (;;) {
    const at = StringPrototypeIndexOf(text, '%s', start);
    if (at === -1 || used === args.length) break;
    result += `${StringPrototypeSlice(text, start, at)}${textOf(args[used++])}`;
    start = at + 2;
  }
  return result + StringPrototypeSlice(text, start);
}

// An error as Node's C++ throws it: the code is an ordinary property and not part of the stack's title.
function nativeError(ErrorClass, code, message) {
  const error = new ErrorClass(message);
  error.code = code;
  return error;
}

function showWithCode() {
  return `${this.name} [${this.code}]: ${this.message}`;
}

function setCode(error, code) {
  ObjectDefineProperty(error, 'code', {
    __proto__: null, configurable: true, enumerable: true, writable: true, value: code,
  });
}

// What a code's errors are, from internal/error_messages: read when the first of them is made.
function describe(code, baseName) {
  const entry = require('internal/error_messages').messages[code];
  if (entry === undefined) throw new Error(`There is no error code ${code}`);
  const { 0: Base, 1: message } = entry;
  if (Base === 'SystemError') return { Base, message, plain: false };
  return {
    Base: baseName === undefined ? Base : primordials[baseName],
    message,
    plain: typeof message === 'string' && StringPrototypeIndexOf(message, '%s') === -1,
  };
}

function preparePrototype(prototype, Base) {
  ObjectSetPrototypeOf(prototype, Base.prototype);
  ObjectDefineProperties(prototype, {
    constructor: { __proto__: null, configurable: true, writable: true, value: Base },
    toString: { __proto__: null, configurable: true, writable: true, value: showWithCode },
    [kIsNodeError]: { __proto__: null, configurable: true, value: true },
  });
}

function construct(kind, code, args, target) {
  const { Base, message } = kind;
  const error = ReflectConstruct(Base, kind.plain ? [message] : [], target);
  setCode(error, code);
  if (!kind.plain) {
    const text = typeof message === 'string' ? fill(message, args) :
      ReflectApply(message, error, args);
    defineHidden(error, 'message', text);
  }
  headStack(error, `${error.name} [${code}]`);
  return error;
}

// The class of a code. Only its first error makes it more than a function, since most of the codes a
// module asks for when it loads are never used.
function makeClass(code, baseName) {
  let kind;
  function NodeError(...args) {
    if (kind === undefined) {
      kind = describe(code, baseName);
      if (kind.Base !== 'SystemError') preparePrototype(NodeError.prototype, kind.Base);
    }
    if (kind.Base === 'SystemError')
      return require('internal/system_errors').makeSystemError(code, kind.message, args[0]);
    return construct(kind, code, args, new.target);
  }
  NodeError.code = code;
  return ObjectSetPrototypeOf(NodeError, codeClass);
}

// What the classes have besides: a few codes come in several base classes.
const codeClass = {
  __proto__: FunctionPrototype,
  get HideStackFramesError() { return this; },
  get RangeError() { return makeClass(this.code, 'RangeError'); },
  get TypeError() { return makeClass(this.code, 'TypeError'); },
};

const codes = new Proxy({ __proto__: null }, {
  __proto__: null,
  get(target, code) {
    return target[code] ??= makeClass(code, undefined);
  },
});

// Node marks functions whose own frames a stack leaves out; stacks leave out ours by their file.
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
  }
}

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

function isStackOverflowError(error) {
  if (error === null || typeof error !== 'object') return false;
  return (error.name === 'RangeError' && error.message === 'Maximum call stack size exceeded') ||
    (error.name === 'InternalError' && error.message === 'too much recursion');
}

function isErrorStackTraceLimitWritable() {
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
  aggregateTwoErrors,
  codes,
  headStack,
  hideStackFrames,
  isErrorStackTraceLimitWritable,
  isStackOverflowError,
  kIsNodeError,
  nativeError,
};

ObjectDefineProperties(module.exports, {
  determineSpecificType: lazily('internal/error_messages', 'describeReceived'),
  formatList: lazily('internal/error_messages', 'formatList'),
  ConnResetException: lazily('internal/system_errors', 'ConnResetException'),
  DNSException: lazily('internal/system_errors', 'DNSException'),
  ErrnoException: lazily('internal/system_errors', 'ErrnoException'),
  ExceptionWithHostPort: lazily('internal/system_errors', 'ExceptionWithHostPort'),
  NodeAggregateError: lazily('internal/system_errors', 'NodeAggregateError'),
  SystemError: lazily('internal/system_errors', 'SystemError'),
  UVException: lazily('internal/system_errors', 'UVException'),
  UVExceptionWithHostPort: lazily('internal/system_errors', 'UVExceptionWithHostPort'),
  uvErrmapGet: lazily('internal/system_errors', 'uvErrmapGet'),
});
