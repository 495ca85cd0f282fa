'use strict';

// util.format. Source: Node.js documentation "Util", util.format(format[, ...args]).

const {
  JSONStringify,
  Number,
  NumberParseFloat,
  NumberParseInt,
  ObjectGetOwnPropertyDescriptor,
  ObjectGetPrototypeOf,
  ObjectPrototypeHasOwnProperty,
  String,
  StringPrototypeIncludes,
  StringPrototypeIndexOf,
  StringPrototypeSlice,
  SymbolToPrimitive,
} = primordials;
const { formatBigInt, formatNumber, inspect } = require('internal/util/inspect');
const { proxyDetails } = internalBinding('inspect');

const plain = (text) => text;

function separates(options) {
  return options?.numericSeparator ?? inspect.defaultOptions.numericSeparator;
}

function numberText(value, convert, options) {
  if (typeof value === 'bigint') return formatBigInt(plain, value, separates(options));
  if (typeof value === 'symbol') return 'NaN';
  return formatNumber(plain, convert(value), separates(options));
}

// Whether String(value) would only say "[object Object]" or the like.
function hasBuiltInToString(value) {
  const proxy = proxyDetails(value);
  if (proxy !== undefined) {
    if (proxy[0] === null) return true;
    value = proxy[0];
  }
  if (typeof value.toString !== 'function') return true;
  if (ObjectPrototypeHasOwnProperty(value, 'toString')) return false;
  if (typeof value[SymbolToPrimitive] === 'function' && !builtInPrimitive(value)) return false;
  let holder = value;
  do {
    holder = ObjectGetPrototypeOf(holder);
  } while (!ObjectPrototypeHasOwnProperty(holder, 'toString'));
  const constructor = ObjectGetOwnPropertyDescriptor(holder, 'constructor');
  return constructor !== undefined && typeof constructor.value === 'function' &&
    require('internal/util/inspect').builtInNames().has(constructor.value.name);
}

function stringText(value, options) {
  if (typeof value === 'number') return formatNumber(plain, value, separates(options));
  if (typeof value === 'bigint') return formatBigInt(plain, value, separates(options));
  if (typeof value !== 'object' || value === null || !hasBuiltInToString(value)) return String(value);
  return inspect(value, { ...options, depth: 0, colors: false, compact: 3 });
}

// Dates and symbols have Symbol.toPrimitive from the language itself.
function builtInPrimitive(value) {
  const { isDate, isSymbolObject } = require('internal/util/types');
  return isDate(value) || isSymbolObject(value);
}

function jsonText(value) {
  try {
    return JSONStringify(value);
  } catch (error) {
    const message = `${error?.message}`;
    if (error?.name === 'TypeError' && (StringPrototypeIncludes(message, 'circular structure') ||
        StringPrototypeIncludes(message, 'cyclic'))) return '[Circular]';
    throw error;
  }
}

// A directive's text for an argument; undefined: it is no directive.
function directiveText(letter, value, options) {
  switch (letter) {
    case 's': return stringText(value, options);
    case 'd': return numberText(value, Number, options);
    case 'i': return numberText(value, NumberParseInt, options);
    case 'f': return typeof value === 'bigint' ? formatNumber(plain, NumberParseFloat(value), separates(options)) :
      numberText(value, NumberParseFloat, options);
    case 'j': return jsonText(value);
    case 'o': return inspect(value, { ...options, showHidden: true, showProxy: true, depth: 4 });
    case 'O': return inspect(value, options);
    case 'c': return '';
    default: return undefined;
  }
}

function formatWithOptionsInternal(options, args) {
  const first = args[0];
  if (typeof first !== 'string') return rest(options, args, 0, '', '');
  if (args.length === 1) return first;
  let text = '';
  let used = 0;  // arguments after the first
  let done = 0;  // characters of the first
  for (let at = StringPrototypeIndexOf(first, '%'); at !== -1 && at < first.length - 1;
    at = StringPrototypeIndexOf(first, '%', at + 2)) {
    const letter = first[at + 1];
    if (letter === '%') {
      text += StringPrototypeSlice(first, done, at + 1);
    } else {
      if (used + 1 === args.length) continue;
      const shown = directiveText(letter, args[used + 1], options);
      if (shown === undefined && letter !== 'j') continue;
      text += StringPrototypeSlice(first, done, at) + shown;
      used++;
    }
    done = at + 2;
  }
  if (done === 0) return rest(options, args, 0, '', '');
  return rest(options, args, used + 1, text + StringPrototypeSlice(first, done), ' ');
}

function rest(options, args, from, text, separator) {
  for (let i = from; i < args.length; i++) {
    text += separator + (typeof args[i] === 'string' ? args[i] : inspect(args[i], options));
    separator = ' ';
  }
  return text;
}

function format(...args) {
  return formatWithOptionsInternal(undefined, args);
}

function formatWithOptions(options, ...args) {
  require('internal/validators').validateObject(options, 'inspectOptions', { allowArray: true });
  return formatWithOptionsInternal(options, args);
}

module.exports = { format, formatWithOptions, formatWithOptionsInternal };
