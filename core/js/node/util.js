'use strict';

// Source: Node.js documentation "Util".

const {
  ArrayIsArray,
  DatePrototypeGetDate,
  DatePrototypeGetHours,
  DatePrototypeGetMinutes,
  DatePrototypeGetMonth,
  DatePrototypeGetSeconds,
  ObjectDefineProperties,
  ObjectDefineProperty,
  ObjectKeys,
  ObjectSetPrototypeOf,
  StringPrototypePadStart,
  globalThis,
} = primordials;
const { codes } = require('internal/errors');
const { validateBoolean, validateNumber, validateString } = require('internal/validators');
const {
  callbackify,
  defineLazyProperties,
  deprecate,
  getSystemErrorMap,
  getSystemErrorName: nameOfErrno,
  isError,
  kEmptyObject,
  promisify,
  removeColors,
} = require('internal/util');
const { debuglog } = require('internal/util/debuglog');
const { format, formatWithOptions, inspect } = require('internal/util/inspect');
const types = require('internal/util/types');

function requireErrno(errno) {
  validateNumber(errno, 'err');
  if (errno >= 0 || errno % 1 !== 0)
    throw new codes.ERR_OUT_OF_RANGE('err', 'a negative integer', errno);
}

function getSystemErrorName(errno) {
  requireErrno(errno);
  return nameOfErrno(errno);
}

function _errnoException(...args) {
  requireErrno(args[0]);
  const { ErrnoException } = require('internal/errors');
  return new ErrnoException(...args);
}

function _exceptionWithHostPort(...args) {
  requireErrno(args[0]);
  const { ExceptionWithHostPort } = require('internal/errors');
  return new ExceptionWithHostPort(...args);
}

function _extend(target, source) {
  if (source === null || typeof source !== 'object') return target;
  const keys = ObjectKeys(source);
  for (let i = 0; i < keys.length; i++) target[keys[i]] = source[keys[i]];
  return target;
}

function inherits(ctor, superCtor) {
  if (ctor === undefined || ctor === null)
    throw new codes.ERR_INVALID_ARG_TYPE('ctor', 'Function', ctor);
  if (superCtor === undefined || superCtor === null)
    throw new codes.ERR_INVALID_ARG_TYPE('superCtor', 'Function', superCtor);
  if (superCtor.prototype === undefined)
    throw new codes.ERR_INVALID_ARG_TYPE('superCtor.prototype', 'Object', superCtor.prototype);
  ObjectDefineProperty(ctor, 'super_', {
    __proto__: null, configurable: true, enumerable: false, writable: true, value: superCtor,
  });
  ObjectSetPrototypeOf(ctor.prototype, superCtor.prototype);
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function twoDigits(number) {
  return StringPrototypePadStart(`${number}`, 2, '0');
}

function timestamp() {
  const now = new globalThis.Date();
  const time = `${twoDigits(DatePrototypeGetHours(now))}:${twoDigits(DatePrototypeGetMinutes(now))}` +
    `:${twoDigits(DatePrototypeGetSeconds(now))}`;
  return `${DatePrototypeGetDate(now)} ${months[DatePrototypeGetMonth(now)]} ${time}`;
}

function log(...args) {
  console.log('%s - %s', timestamp(), format(...args));
}

function stripVTControlCharacters(str) {
  validateString(str, 'str');
  return removeColors(str);
}

function toUSVString(input) {
  return `${input}`.toWellFormed();
}

function showsColors(stream) {
  const { FORCE_COLOR } = process.env;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0';
  return Boolean(stream?.isTTY) &&
    (typeof stream.getColorDepth !== 'function' || stream.getColorDepth() > 2);
}

// A single style is left out where the stream shows none; a list of them never is.
function styleText(format, text, options = undefined) {
  const { validateStream = true, stream = process.stdout } = options ?? kEmptyObject;
  validateString(text, 'text');
  validateBoolean(validateStream, 'options.validateStream');
  if (validateStream && (stream === null || typeof stream !== 'object')) {
    throw new codes.ERR_INVALID_ARG_TYPE(
      'stream', ['ReadableStream', 'WritableStream', 'Stream'], stream);
  }
  const formats = ArrayIsArray(format) ? format : [format];
  let before = '';
  let after = '';
  for (let i = 0; i < formats.length; i++) {
    const style = inspect.colors[formats[i]];
    if (style === undefined || style === null) {
      require('internal/validators').validateOneOf(formats[i], 'format', ObjectKeys(inspect.colors));
    }
    before += `\u001B[${style[0]}m`;
    after = `\u001B[${style[1]}m${after}`;
  }
  if (formats !== format && validateStream && !showsColors(stream)) return text;
  return `${before}${text}${after}`;
}

function isDeepStrictEqual(a, b) {
  return require('internal/util/comparisons').isDeepStrictEqual(a, b);
}

function aborted(signal, resource) {
  return require('internal/util/aborted').aborted(signal, resource);
}

function parseEnv(content) {
  validateString(content, 'content');
  return require('internal/util/parse_env').parseEnv(content);
}

function parseArgs(...args) {
  return require('internal/util/parse_args').parseArgs(...args);
}

function isBoolean(value) {
  return typeof value === 'boolean';
}

function isBuffer(value) {
  return require('buffer').Buffer.isBuffer(value);
}

function isNull(value) {
  return value === null;
}

function isNullOrUndefined(value) {
  return value === null || value === undefined;
}

function isNumber(value) {
  return typeof value === 'number';
}

function isString(value) {
  return typeof value === 'string';
}

function isSymbol(value) {
  return typeof value === 'symbol';
}

function isUndefined(value) {
  return value === undefined;
}

function isObject(value) {
  return value !== null && typeof value === 'object';
}

function isFunction(value) {
  return typeof value === 'function';
}

function isPrimitive(value) {
  return value === null || (typeof value !== 'object' && typeof value !== 'function');
}

module.exports = {
  _errnoException,
  _exceptionWithHostPort,
  _extend,
  callbackify,
  debug: debuglog,
  debuglog,
  deprecate,
  format,
  styleText,
  formatWithOptions,
  getSystemErrorMap,
  getSystemErrorName,
  inherits,
  inspect,
  isArray: ArrayIsArray,
  isBoolean,
  isBuffer,
  isDeepStrictEqual,
  isNull,
  isNullOrUndefined,
  isNumber,
  isString,
  isSymbol,
  isUndefined,
  isRegExp: types.isRegExp,
  isObject,
  isDate: types.isDate,
  isError(error) {
    return isError(error);
  },
  isFunction,
  isPrimitive,
  log,
  promisify,
  stripVTControlCharacters,
  toUSVString,
};

function unsupported(name) {
  return {
    __proto__: null,
    configurable: true,
    enumerable: true,
    get() {
      return () => { throw new codes.ERR_METHOD_NOT_IMPLEMENTED(`util.${name}`); };
    },
  };
}

ObjectDefineProperties(module.exports, {
  transferableAbortSignal: unsupported('transferableAbortSignal'),
  transferableAbortController: unsupported('transferableAbortController'),
  aborted: { __proto__: null, configurable: true, enumerable: true, writable: true, value: aborted },
  types: { __proto__: null, configurable: true, enumerable: true, writable: true, value: types },
  parseEnv: { __proto__: null, configurable: true, enumerable: true, writable: true, value: parseEnv },
  parseArgs: { __proto__: null, configurable: true, enumerable: true, writable: true, value: parseArgs },
});
defineLazyProperties(module.exports, 'internal/encoding', ['TextDecoder', 'TextEncoder']);
defineLazyProperties(module.exports, 'internal/mime', ['MIMEType', 'MIMEParams']);
