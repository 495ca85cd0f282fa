'use strict';

// util.inspect and util.format. Source: Node.js documentation "Util", and what node 20 prints. This file
// walks the value, which may run a script's own code; quoting, widths, columns and line breaking are C++
// (core/js/inspect_text.h).

const {
  ArrayIsArray,
  ArrayPrototypeFilter,
  ArrayPrototypeForEach,
  ArrayPrototypeIncludes,
  ArrayPrototypePop,
  ArrayPrototypePush,
  ArrayPrototypePushApply,
  ArrayPrototypeSlice,
  ArrayPrototypeSort,
  ArrayPrototypeUnshift,
  BigIntPrototypeValueOf,
  BooleanPrototypeValueOf,
  DatePrototypeGetTime,
  DatePrototypeToISOString,
  DatePrototypeToString,
  Error,
  FunctionPrototypeCall,
  FunctionPrototypeToString,
  MapPrototypeForEach,
  MapPrototypeGetSize,
  MathMax,
  MathMin,
  Number,
  NumberIsNaN,
  NumberPrototypeToString,
  NumberPrototypeValueOf,
  Object,
  ObjectAssign,
  ObjectDefineProperty,
  ObjectGetOwnPropertyDescriptor,
  ObjectGetOwnPropertyNames,
  ObjectGetOwnPropertySymbols,
  ObjectGetPrototypeOf,
  ObjectIs,
  ObjectKeys,
  ObjectPrototypeHasOwnProperty,
  ObjectPrototypePropertyIsEnumerable,
  ObjectSeal,
  ObjectSetPrototypeOf,
  ReflectOwnKeys,
  RegExp,
  RegExpPrototypeExec,
  RegExpPrototypeToString,
  SafeMap,
  SafeSet,
  SetPrototypeForEach,
  SetPrototypeGetSize,
  String,
  StringPrototypeCharCodeAt,
  StringPrototypeEndsWith,
  StringPrototypeIndexOf,
  StringPrototypeLastIndexOf,
  StringPrototypeRepeat,
  StringPrototypeReplaceAll,
  StringPrototypeSlice,
  StringPrototypeStartsWith,
  StringPrototypeToLowerCase,
  StringPrototypeValueOf,
  SymbolFor,
  SymbolIterator,
  SymbolPrototypeToString,
  SymbolPrototypeValueOf,
  SymbolToStringTag,
  TypedArrayPrototypeGetLength,
  WeakMapPrototypeGet,
  TypedArrayPrototypeGetSymbolToStringTag,
  Uint8Array,
  globalThis,
} = primordials;
const binding = internalBinding('inspect');
const types = require('internal/util/types');

const kCustomInspect = SymbolFor('nodejs.util.inspect.custom');
const kObject = 0;
const kArray = 1;
const kArrayExtras = 2;

const inspectDefaultOptions = ObjectSeal({
  showHidden: false,
  depth: 2,
  colors: false,
  customInspect: true,
  showProxy: false,
  maxArrayLength: 100,
  maxStringLength: 10000,
  breakLength: 80,
  compact: 3,
  sorted: false,
  getters: false,
  numericSeparator: false,
});

// Entry points.

function inspect(value, opts) {
  const context = {
    budget: {},
    indentationLvl: 0,
    seen: [],
    currentDepth: 0,
    stylize: stylizeNoColor,
    ...inspectDefaultOptions,
  };
  if (arguments.length > 1) {
    if (arguments.length > 2) {
      // The old signature: inspect(value, showHidden, depth, colors).
      if (arguments[2] !== undefined) context.depth = arguments[2];
      if (arguments.length > 3 && arguments[3] !== undefined) context.colors = arguments[3];
    }
    if (typeof opts === 'boolean') {
      context.showHidden = opts;
    } else if (opts) {
      const names = ObjectKeys(opts);
      for (let i = 0; i < names.length; i++) {
        const name = names[i];
        if (ObjectPrototypeHasOwnProperty(inspectDefaultOptions, name) || name === 'stylize') {
          context[name] = opts[name];
        } else if (context.userOptions === undefined) {
          context.userOptions = opts;
        }
      }
    }
  }
  if (context.colors) context.stylize = stylizeWithColor;
  if (context.maxArrayLength === null) context.maxArrayLength = Infinity;
  if (context.maxStringLength === null) context.maxStringLength = Infinity;
  return formatValue(context, value, 0);
}
inspect.custom = kCustomInspect;

ObjectDefineProperty(inspect, 'defaultOptions', {
  __proto__: null,
  get() { return inspectDefaultOptions; },
  set(options) {
    require('internal/validators').validateObject(options, 'options');
    return ObjectAssign(inspectDefaultOptions, options);
  },
});

function colorCodes(table) {
  const colors = { __proto__: null };
  for (const name in table) {
    ObjectDefineProperty(colors, name, {
      __proto__: null, configurable: true, enumerable: true, writable: true, value: table[name],
    });
  }
  return colors;
}

inspect.colors = colorCodes({
  reset: [0, 0], bold: [1, 22], dim: [2, 22], italic: [3, 23], underline: [4, 24], blink: [5, 25],
  inverse: [7, 27], hidden: [8, 28], strikethrough: [9, 29], doubleunderline: [21, 24], black: [30, 39],
  red: [31, 39], green: [32, 39], yellow: [33, 39], blue: [34, 39], magenta: [35, 39], cyan: [36, 39],
  white: [37, 39], bgBlack: [40, 49], bgRed: [41, 49], bgGreen: [42, 49], bgYellow: [43, 49],
  bgBlue: [44, 49], bgMagenta: [45, 49], bgCyan: [46, 49], bgWhite: [47, 49], framed: [51, 54],
  overlined: [53, 55], gray: [90, 39], redBright: [91, 39], greenBright: [92, 39],
  yellowBright: [93, 39], blueBright: [94, 39], magentaBright: [95, 39], cyanBright: [96, 39],
  whiteBright: [97, 39], bgGray: [100, 49], bgRedBright: [101, 49], bgGreenBright: [102, 49],
  bgYellowBright: [103, 49], bgBlueBright: [104, 49], bgMagentaBright: [105, 49],
  bgCyanBright: [106, 49], bgWhiteBright: [107, 49],
});

const kColorAliases = {
  gray: ['grey', 'blackBright'], bgGray: ['bgGrey', 'bgBlackBright'], dim: ['faint'],
  strikethrough: ['strikeThrough', 'crossedout', 'crossedOut'], hidden: ['conceal'],
  inverse: ['swapcolors', 'swapColors'], doubleunderline: ['doubleUnderline'],
};
for (const target in kColorAliases) {
  ArrayPrototypeForEach(kColorAliases[target], (alias) => {
    ObjectDefineProperty(inspect.colors, alias, {
      __proto__: null,
      configurable: true,
      enumerable: false,
      get() { return this[target]; },
      set(value) { this[target] = value; },
    });
  });
}

inspect.styles = {
  __proto__: null,
  special: 'cyan',
  number: 'yellow',
  bigint: 'yellow',
  boolean: 'yellow',
  undefined: 'grey',
  null: 'bold',
  string: 'green',
  symbol: 'green',
  date: 'magenta',
  regexp: 'red',
  module: 'underline',
};

function stylizeWithColor(text, style) {
  const name = inspect.styles[style];
  if (name === undefined) return text;
  const color = inspect.colors[name];
  if (color === undefined) return text;
  return `\u001b[${color[0]}m${text}\u001b[${color[1]}m`;
}

function stylizeNoColor(text) {
  return text;
}

// Any value.

function formatValue(context, value, recursion, inTypedArray) {
  if (typeof value !== 'object' && typeof value !== 'function') return formatPrimitive(context, value);
  if (value === null) return context.stylize('null', 'null');
  const original = value;
  const proxy = binding.proxyDetails(value);
  if (proxy !== undefined) {
    if (proxy[0] === null) return context.stylize('<Revoked Proxy>', 'special');
    if (context.showProxy) return formatProxy(context, proxy, recursion);
    value = proxy[0];
    // A proxy of a proxy is looked through to the end.
    for (let inner; (inner = binding.proxyDetails(value)) !== undefined;) {
      if (inner[0] === null) return context.stylize('<Revoked Proxy>', 'special');
      value = inner[0];
    }
  }
  if (context.customInspect) {
    const custom = value[kCustomInspect];
    if (typeof custom === 'function' && custom !== inspect && !isPrototypeOfItsConstructor(value)) {
      const depth = context.depth === null ? null : context.depth - recursion;
      const isForeign = proxy !== undefined || !(original instanceof Object);
      const shown = FunctionPrototypeCall(custom, original, depth, userOptions(context, isForeign), inspect);
      if (shown !== original) {
        if (typeof shown === 'object') return formatValue(context, shown, recursion);
        return StringPrototypeReplaceAll(`${shown}`, '\n', `\n${spaces(context.indentationLvl)}`);
      }
    }
  }
  if (ArrayPrototypeIncludes(context.seen, value)) return circularReference(context, value);
  return formatRaw(context, value, recursion, inTypedArray);
}

function isPrototypeOfItsConstructor(value) {
  const constructor = value.constructor;
  return Boolean(constructor) && constructor.prototype === value;
}

function spaces(count) {
  return StringPrototypeRepeat(' ', count);
}

// What a custom inspect function gets as its options.
function userOptions(context, isForeign) {
  const options = {
    stylize: context.stylize,
    showHidden: context.showHidden,
    depth: context.depth,
    colors: context.colors,
    customInspect: context.customInspect,
    showProxy: context.showProxy,
    maxArrayLength: context.maxArrayLength,
    maxStringLength: context.maxStringLength,
    breakLength: context.breakLength,
    compact: context.compact,
    sorted: context.sorted,
    getters: context.getters,
    numericSeparator: context.numericSeparator,
    ...context.userOptions,
  };
  if (!isForeign) return options;
  // Nothing of ours may leak into an object that is not an ordinary one of this realm.
  ObjectSetPrototypeOf(options, null);
  options.stylize = ObjectSetPrototypeOf((value, style) => `${context.stylize(`${value}`, style)}`, null);
  return options;
}

function circularReference(context, value) {
  context.circular ??= new SafeMap();
  let index = context.circular.get(value);
  if (index === undefined) {
    index = context.circular.size + 1;
    context.circular.set(value, index);
  }
  return context.stylize(`[Circular *${index}]`, 'special');
}

function formatProxy(context, proxy, recursion) {
  if (recursion > context.depth && context.depth !== null) return context.stylize('Proxy [Array]', 'special');
  recursion += 1;
  context.indentationLvl += 2;
  const entries = [formatValue(context, proxy[0], recursion), formatValue(context, proxy[1], recursion)];
  context.indentationLvl -= 2;
  return layOut(context, entries, '', ['Proxy [', ']'], kArrayExtras, recursion);
}

// Primitives.

const kShortestSplit = 16;

function formatPrimitive(context, value) {
  switch (typeof value) {
    case 'string': return formatString(context, value);
    case 'number': return formatNumber(context.stylize, value, context.numericSeparator);
    case 'bigint': return formatBigInt(context.stylize, value, context.numericSeparator);
    case 'boolean': return context.stylize(`${value}`, 'boolean');
    case 'undefined': return context.stylize('undefined', 'undefined');
    default: return context.stylize(SymbolPrototypeToString(value), 'symbol');
  }
}

function formatString(context, value) {
  let trailer = '';
  if (value.length > context.maxStringLength) {
    const more = value.length - context.maxStringLength;
    value = StringPrototypeSlice(value, 0, context.maxStringLength);
    trailer = `... ${more} more character${more > 1 ? 's' : ''}`;
  }
  if (context.compact !== true && value.length > kShortestSplit &&
      value.length > context.breakLength - context.indentationLvl - 4) {
    // A long string is shown line by line.
    const lines = linesOf(value);
    for (let i = 0; i < lines.length; i++) lines[i] = context.stylize(binding.quoted(lines[i]), 'string');
    return joined(lines, ` +\n${spaces(context.indentationLvl + 2)}`) + trailer;
  }
  return context.stylize(binding.quoted(value), 'string') + trailer;
}

// The text cut after each line break.
function linesOf(text) {
  const lines = [];
  let start = 0;
  for (let end; (end = StringPrototypeIndexOf(text, '\n', start)) !== -1; start = end + 1) {
    if (end + 1 === text.length) break;
    ArrayPrototypePush(lines, StringPrototypeSlice(text, start, end + 1));
  }
  ArrayPrototypePush(lines, StringPrototypeSlice(text, start));
  return lines;
}

function joined(list, separator) {
  let text = '';
  for (let i = 0; i < list.length; i++) text += i === 0 ? list[i] : separator + list[i];
  return text;
}

function formatNumber(stylize, value, numericSeparator) {
  const text = ObjectIs(value, -0) ? '-0' : `${value}`;
  return stylize(numericSeparator ? binding.withSeparators(text) : text, 'number');
}

function formatBigInt(stylize, value, numericSeparator) {
  const text = `${value}`;
  return stylize(`${numericSeparator ? binding.withSeparators(text) : text}n`, 'bigint');
}

// Objects.

function formatRaw(context, value, recursion, inTypedArray) {
  const shape = classify(context, value, recursion, inTypedArray);
  if (typeof shape === 'string') return shape;
  if (recursion > context.depth && context.depth !== null) {
    const name = StringPrototypeSlice(prefix(shape.constructor, shape.tag, 'Object'), 0, -1);
    return context.stylize(`[${name}]`, 'special');
  }
  recursion += 1;
  ArrayPrototypePush(context.seen, value);
  context.currentDepth = recursion;
  let entries;
  const indentation = context.indentationLvl;
  try {
    entries = shape.contents(context, value, recursion);
    const { keys } = shape;
    for (let i = 0; i < keys.length; i++) {
      ArrayPrototypePush(entries, formatProperty(context, value, recursion, keys[i], shape.extras));
    }
    if (shape.inherited !== undefined) {
      ArrayPrototypePushApply(entries, formatInherited(context, value, recursion, shape.inherited));
    }
  } catch (error) {
    const name = StringPrototypeSlice(prefix(shape.constructor, shape.tag, 'Object'), 0, -1);
    return onTooDeep(context, error, name, indentation);
  }
  let { base } = shape;
  const { braces } = shape;
  const reference = context.circular?.get(value);
  if (reference !== undefined) {
    const mark = context.stylize(`<ref *${reference}>`, 'special');
    if (context.compact !== true) base = base === '' ? mark : `${mark} ${base}`;
    else braces[0] = `${mark} ${braces[0]}`;
  }
  ArrayPrototypePop(context.seen);
  if (context.sorted) sortEntries(context, entries, shape);
  const text = layOut(context, entries, base, braces, shape.extras, recursion, value);
  // A structure that prints more than a terminal ever could is cut short.
  const printed = (context.budget[context.indentationLvl] || 0) + text.length;
  context.budget[context.indentationLvl] = printed;
  if (printed > 2 ** 27) context.depth = -1;
  return text;
}

function onTooDeep(context, error, name, indentation) {
  if (!require('internal/errors').isStackOverflowError(error)) throw error;
  context.seen.pop();
  context.indentationLvl = indentation;
  return context.stylize(
    `[${name}: Inspection interrupted prematurely. Maximum call stack size exceeded.]`, 'special');
}

function sortEntries(context, entries, shape) {
  const compare = context.sorted === true ? undefined : context.sorted;
  if (shape.extras === kObject) {
    ArrayPrototypeSort(entries, compare);
  } else if (shape.keys.length > 1) {
    const start = entries.length - shape.keys.length;
    const sorted = ArrayPrototypeSort(ArrayPrototypeSlice(entries, start), compare);
    for (let i = 0; i < sorted.length; i++) entries[start + i] = sorted[i];
  }
}

function layOut(context, entries, base, braces, extras, recursion, value) {
  const compact = context.compact === true ? -1 : context.compact === false ? 0 : context.compact;
  let flags = 0;
  if (extras === kArrayExtras) flags |= 1;
  if (context.currentDepth - recursion < context.compact) flags |= 2;
  if (context.maxArrayLength < entries.length) flags |= 4;
  if (value !== undefined && extras === kArrayExtras && allNumbers(value, entries.length)) flags |= 8;
  if (context.colors) flags |= 16;
  return binding.layOut(entries, base, braces[0], braces[1], flags, +context.breakLength, compact,
                        context.indentationLvl);
}

function allNumbers(value, count) {
  for (let i = 0; i < count; i++) {
    if (typeof value[i] !== 'number' && typeof value[i] !== 'bigint') return false;
  }
  return true;
}

// A shape says how an object is shown: { constructor, tag, keys, inherited, base, braces, extras, contents }.
// Returns the whole text instead if that is all there is to show.
function classify(context, value, recursion, inTypedArray) {
  const shape = {
    constructor: null, tag: '', keys: undefined, inherited: undefined, base: '', braces: ['{', '}'],
    extras: kObject, contents: noContents,
  };
  if (context.showHidden && (recursion <= context.depth || context.depth === null)) shape.inherited = [];
  shape.constructor = constructorName(value, context, recursion, shape.inherited);
  if (shape.inherited !== undefined && shape.inherited.length === 0) shape.inherited = undefined;
  const tag = value[SymbolToStringTag];
  if (typeof tag === 'string' && tag !== '' && !ownTag(value, context.showHidden)) shape.tag = tag;
  if (SymbolIterator in value || shape.constructor === null) {
    const text = classifyIterable(context, value, shape);
    if (text !== undefined) return text;
    if (shape.keys !== undefined) return shape;
  }
  shape.keys = keysOf(value, context.showHidden);
  const text = classifyOther(context, value, recursion, inTypedArray, shape);
  return text === undefined ? shape : text;
}

function ownTag(value, showHidden) {
  return showHidden ? ObjectPrototypeHasOwnProperty(value, SymbolToStringTag) :
    ObjectPrototypePropertyIsEnumerable(value, SymbolToStringTag);
}

function noContents() {
  return [];
}

function isEmpty(shape) {
  return shape.keys.length === 0 && shape.inherited === undefined;
}

function classifyIterable(context, value, shape) {
  const { constructor, tag } = shape;
  if (ArrayIsArray(value)) {
    const name = constructor !== 'Array' || tag !== '' ? prefix(constructor, tag, 'Array', `(${value.length})`) : '';
    shape.keys = nonIndexKeys(value, context.showHidden);
    shape.braces = [`${name}[`, ']'];
    shape.extras = kArrayExtras;
    shape.contents = formatArray;
    return value.length === 0 && isEmpty(shape) ? `${shape.braces[0]}]` : undefined;
  }
  if (types.isSet(value) || types.isMap(value)) {
    const isMap = types.isMap(value);
    const size = isMap ? MapPrototypeGetSize(value) : SetPrototypeGetSize(value);
    const name = prefix(constructor, tag, isMap ? 'Map' : 'Set', `(${size})`);
    shape.keys = keysOf(value, context.showHidden);
    shape.contents = isMap ? formatMap : formatSet;
    shape.braces = [`${name}{`, '}'];
    return size === 0 && isEmpty(shape) ? `${name}{}` : undefined;
  }
  if (types.isTypedArray(value)) {
    const fallback = constructor === null ? TypedArrayPrototypeGetSymbolToStringTag(value) : '';
    const size = TypedArrayPrototypeGetLength(value);
    shape.keys = nonIndexKeys(value, context.showHidden);
    shape.braces = [`${prefix(constructor, tag, fallback, `(${size})`)}[`, ']'];
    shape.extras = kArrayExtras;
    shape.contents = formatTypedArray;
    return size === 0 && shape.keys.length === 0 && !context.showHidden ? `${shape.braces[0]}]` : undefined;
  }
  if (types.isMapIterator(value) || types.isSetIterator(value)) {
    const kind = types.isMapIterator(value) ? 'Map' : 'Set';
    const fullTag = `${kind} Iterator`;
    const ofEntries = binding.iteratorState(value)?.[2] === 2;
    shape.keys = keysOf(value, context.showHidden);
    const shownTag = tag !== fullTag && tag !== '' ? `${fullTag}] [${tag}` : ofEntries ? `${kind} Entries` : fullTag;
    shape.braces = [`[${shownTag}] {`, '}'];
    shape.contents = formatIterator;
  }
  return undefined;
}

function classifyOther(context, value, recursion, inTypedArray, shape) {
  const { constructor, tag, keys } = shape;
  const named = (fallback) => prefix(constructor, tag, fallback);
  if (types.isArgumentsObject(value)) {
    shape.braces[0] = `${constructor === 'Object' ? '' : `${named('Arguments')} `}[Arguments] {`;
    return isEmpty(shape) ? `${shape.braces[0]}}` : undefined;
  }
  if (constructor === 'Object' && tag === '' && isPlain(value)) {
    return isEmpty(shape) ? '{}' : undefined;
  }
  if (typeof value === 'function') {
    shape.base = functionBase(value, constructor, tag);
    if (isEmpty(shape)) return context.stylize(shape.base, 'special');
  } else if (types.isRegExp(value)) {
    const text = RegExpPrototypeToString(constructor !== null ? value : new RegExp(value));
    shape.base = named('RegExp') === 'RegExp ' ? text : `${named('RegExp')}${text}`;
    if (isEmpty(shape) || (recursion > context.depth && context.depth !== null)) {
      return context.stylize(shape.base, 'regexp');
    }
  } else if (types.isDate(value)) {
    const text = NumberIsNaN(DatePrototypeGetTime(value)) ? DatePrototypeToString(value) :
      DatePrototypeToISOString(value);
    shape.base = named('Date') === 'Date ' ? text : `${named('Date')}${text}`;
    if (isEmpty(shape)) return context.stylize(shape.base, 'date');
  } else if (isError(value)) {
    shape.base = require('internal/util/inspect_errors').errorBase(context, value, shape, formatHelpers);
    if (isEmpty(shape)) return shape.base;
  } else if (types.isAnyArrayBuffer(value)) {
    const name = named(types.isArrayBuffer(value) ? 'ArrayBuffer' : 'SharedArrayBuffer');
    if (inTypedArray === undefined) shape.contents = formatArrayBuffer;
    else if (isEmpty(shape)) return `${name}{ byteLength: ${formatNumber(context.stylize, value.byteLength, false)} }`;
    shape.braces[0] = `${name}{`;
    ArrayPrototypeUnshift(keys, 'byteLength');
  } else if (types.isDataView(value)) {
    shape.braces[0] = `${named('DataView')}{`;
    ArrayPrototypeUnshift(keys, 'byteLength', 'byteOffset', 'buffer');
  } else if (types.isPromise(value)) {
    shape.braces[0] = `${named('Promise')}{`;
    shape.contents = formatPromise;
  } else if (types.isWeakSet(value)) {
    shape.braces[0] = `${named('WeakSet')}{`;
    shape.contents = formatWeak;
  } else if (types.isWeakMap(value)) {
    shape.braces[0] = `${named('WeakMap')}{`;
    shape.contents = formatWeak;
  } else if (types.isModuleNamespaceObject(value)) {
    shape.braces[0] = `${named('Module')}{`;
    shape.contents = (ctx, object, level) => formatNamespace(ctx, object, level, shape);
  } else if (types.isBoxedPrimitive(value)) {
    shape.base = boxedBase(context, value, shape);
    if (isEmpty(shape)) return shape.base;
  } else {
    if (isEmpty(shape)) return `${named('Object')}{}`;
    shape.braces[0] = `${named('Object')}{`;
  }
  return undefined;
}

// An object of the class Object that is nothing more: the shortest way out for most objects.
function isPlain(value) {
  return typeof value !== 'function' && binding.className(value) === 'Object';
}

function isError(value) {
  return types.isNativeError(value) || value instanceof Error;
}

// Names.

// The name of the nearest class in the prototype chain, or null if there is none; lists on the way the
// properties that a class instance inherits from the program's own classes.
function constructorName(object, context, recursion, inherited) {
  let first;
  const tested = object;
  while (object) {
    const descriptor = ObjectGetOwnPropertyDescriptor(object, 'constructor');
    if (descriptor !== undefined && typeof descriptor.value === 'function' &&
        descriptor.value.name !== '' && isInstanceof(tested, descriptor.value)) {
      if (inherited !== undefined && (first !== object || !builtInNames().has(descriptor.value.name))) {
        listInherited(context, tested, first || tested, recursion, inherited);
      }
      return `${descriptor.value.name}`;
    }
    object = ObjectGetPrototypeOf(object);
    if (first === undefined) first = object;
  }
  if (first === null) return null;
  const name = binding.className(tested) === 'Function' ? 'Function' : internalName(tested);
  if (recursion > context.depth && context.depth !== null) return `${name} <Complex prototype>`;
  const parent = constructorName(first, context, recursion + 1, inherited);
  if (parent === null) {
    return `${name} <${inspect(first, { ...context, customInspect: false, depth: -1 })}>`;
  }
  return `${name} <${parent}>`;
}

// What V8 calls the constructor of an object whose chain names none.
function internalName(object) {
  if (isError(object)) return 'Error';
  if (ArrayIsArray(object)) return 'Array';
  return 'Object';
}

function isInstanceof(object, constructor) {
  try {
    return object instanceof constructor;
  } catch {
    return false;
  }
}

let builtIns;
function builtInNames() {
  if (builtIns === undefined) {
    builtIns = new SafeSet(ArrayPrototypeFilter(ObjectGetOwnPropertyNames(globalThis),
                                                (name) => /^[A-Z][a-zA-Z0-9]+$/.test(name)));
  }
  return builtIns;
}

function listInherited(context, main, object, recursion, result) {
  let depth = 0;
  let seen;
  do {
    if (depth !== 0 || main === object) {
      object = ObjectGetPrototypeOf(object);
      if (object === null) break;
      const constructor = ObjectGetOwnPropertyDescriptor(object, 'constructor');
      if (constructor !== undefined && typeof constructor.value === 'function' &&
          builtInNames().has(constructor.value.name)) break;
    }
    if (depth === 0) seen = new SafeSet();
    else ArrayPrototypeForEach(result.lastKeys ?? [], (key) => seen.add(key));
    const keys = ReflectOwnKeys(object);
    ArrayPrototypePush(context.seen, main);
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i];
      if (key === 'constructor' || ObjectPrototypeHasOwnProperty(main, key) || (depth !== 0 && seen.has(key))) continue;
      const descriptor = ObjectGetOwnPropertyDescriptor(object, key);
      if (typeof descriptor.value === 'function') continue;
      const text = formatProperty(context, object, recursion, key, kObject, descriptor, main);
      ArrayPrototypePush(result, context.colors ? `\u001b[2m${text}\u001b[22m` : text);
    }
    result.lastKeys = keys;
    ArrayPrototypePop(context.seen);
  } while (++depth !== 3);
}

function formatInherited(context, value, recursion, inherited) {
  return inherited;
}

// "Foo ", "Foo(2) [tag] ", "[Object: null prototype] ", ...
function prefix(constructor, tag, fallback, size = '') {
  if (constructor === null) {
    if (tag !== '' && fallback !== tag) return `[${fallback}${size}: null prototype] [${tag}] `;
    return `[${fallback}${size}: null prototype] `;
  }
  if (tag !== '' && constructor !== tag) return `${constructor}${size} [${tag}] `;
  return `${constructor}${size} `;
}

const kClassText = /^class(?:\s|\/|\{|$)/;

function functionBase(value, constructor, tag) {
  const source = FunctionPrototypeToString(value);
  if (StringPrototypeStartsWith(source, 'class') && StringPrototypeEndsWith(source, '}') &&
      RegExpPrototypeExec(kClassText, source) !== null) {
    return classBase(value, constructor, tag);
  }
  let kind = 'Function';
  if (types.isGeneratorFunction(value)) kind = `Generator${kind}`;
  if (types.isAsyncFunction(value)) kind = `Async${kind}`;
  let base = `[${kind}`;
  if (constructor === null) base += ' (null prototype)';
  base += value.name === '' ? ' (anonymous)' : `: ${typeof value.name === 'string' ? value.name : formatPrimitiveName(value.name)}`;
  base += ']';
  if (constructor !== kind && constructor !== null) base += ` ${constructor}`;
  if (tag !== '' && constructor !== tag) base += ` [${tag}]`;
  return base;
}

function formatPrimitiveName(name) {
  return typeof name === 'symbol' ? SymbolPrototypeToString(name) : `${name}`;
}

function classBase(value, constructor, tag) {
  const hasName = ObjectPrototypeHasOwnProperty(value, 'name');
  const name = (hasName && value.name) || '(anonymous)';
  let base = `class ${name}`;
  if (constructor !== 'Function' && constructor !== null) base += ` [${constructor}]`;
  if (tag !== '' && constructor !== tag) base += ` [${tag}]`;
  if (constructor !== null) {
    const parent = ObjectGetPrototypeOf(value).name;
    if (parent) base += ` extends ${parent}`;
  } else {
    base += ' extends [null prototype]';
  }
  return `[${base}]`;
}

function boxedBase(context, value, shape) {
  let unboxed;
  let type;
  if (types.isNumberObject(value)) {
    unboxed = NumberPrototypeValueOf(value);
    type = 'Number';
  } else if (types.isStringObject(value)) {
    unboxed = StringPrototypeValueOf(value);
    type = 'String';
    // Its characters are no properties of interest.
    shape.keys = ArrayPrototypeSlice(shape.keys, value.length);
  } else if (types.isBooleanObject(value)) {
    unboxed = BooleanPrototypeValueOf(value);
    type = 'Boolean';
  } else if (types.isBigIntObject(value)) {
    unboxed = BigIntPrototypeValueOf(value);
    type = 'BigInt';
  } else {
    unboxed = SymbolPrototypeValueOf(value);
    type = 'Symbol';
  }
  let base = `[${type}`;
  if (type !== shape.constructor) base += shape.constructor === null ? ' (null prototype)' : ` (${shape.constructor})`;
  base += `: ${formatPrimitive({ ...context, stylize: stylizeNoColor }, unboxed)}]`;
  if (shape.tag !== '' && shape.tag !== shape.constructor) base += ` [${shape.tag}]`;
  if (shape.keys.length !== 0 || context.stylize === stylizeNoColor) return base;
  return context.stylize(base, StringPrototypeToLowerCase(type));
}

// Keys.

// V8 makes a function's length and name before its prototype, this engine behind it.
function inV8sOrder(names) {
  const first = ArrayPrototypeFilter(names, (name) => name === 'length' || name === 'name');
  ArrayPrototypePushApply(first, ArrayPrototypeFilter(names, (name) => name !== 'length' && name !== 'name'));
  return first;
}

function keysOf(value, showHidden) {
  const symbols = ObjectGetOwnPropertySymbols(value);
  if (showHidden) {
    const names = ObjectGetOwnPropertyNames(value);
    const keys = typeof value === 'function' ? inV8sOrder(names) : names;
    if (symbols.length !== 0) ArrayPrototypePushApply(keys, symbols);
    return keys;
  }
  let keys;
  try {
    keys = ObjectKeys(value);
  } catch (error) {
    // A module namespace with a binding that has no value yet.
    if (!types.isModuleNamespaceObject(value)) throw error;
    keys = ObjectGetOwnPropertyNames(value);
  }
  if (symbols.length !== 0) {
    ArrayPrototypePushApply(keys, ArrayPrototypeFilter(symbols, (key) =>
      ObjectPrototypePropertyIsEnumerable(value, key)));
  }
  return keys;
}

const kIndex = /^(?:0|[1-9][0-9]*)$/;

function nonIndexKeys(value, showHidden) {
  // An ordinary dense array has nothing but its indices.
  const keys = keysOf(value, showHidden);
  let start = 0;
  while (start < keys.length && typeof keys[start] === 'string' && isIndex(keys[start])) start++;
  return start === 0 ? keys : ArrayPrototypeSlice(keys, start);
}

function isIndex(key) {
  const code = StringPrototypeCharCodeAt(key, 0);
  return code >= 48 && code <= 57 && RegExpPrototypeExec(kIndex, key) !== null && +key < 2 ** 32 - 1;
}

// Contents.

function formatArray(context, value, recursion) {
  const length = value.length;
  const shown = MathMin(MathMax(0, context.maxArrayLength), length);
  let more = length - shown;
  const entries = [];
  for (let i = 0; i < shown; i++) {
    if (!ObjectPrototypeHasOwnProperty(value, i)) return formatSparse(context, value, recursion, shown, entries, i);
    ArrayPrototypePush(entries, formatProperty(context, value, recursion, i, kArray));
  }
  if (more > 0) ArrayPrototypePush(entries, moreItems(more));
  return entries;
}

function moreItems(count) {
  return `... ${count} more item${count > 1 ? 's' : ''}`;
}

// From the first hole on: runs of holes count as one entry each.
function formatSparse(context, value, recursion, most, entries, start) {
  const keys = ObjectKeys(value);
  let index = start;
  let position = start;
  for (; position < keys.length && entries.length < most; position++) {
    const key = keys[position];
    if (!isIndex(key)) break;
    if (`${index}` !== key) {
      const holes = +key - index;
      ArrayPrototypePush(entries, emptyItems(context, holes));
      index = +key;
      if (entries.length === most) break;
    }
    ArrayPrototypePush(entries, formatProperty(context, value, recursion, key, kArray));
    index++;
  }
  const rest = value.length - index;
  if (entries.length !== most) {
    if (rest > 0) ArrayPrototypePush(entries, emptyItems(context, rest));
  } else if (rest > 0) {
    ArrayPrototypePush(entries, moreItems(rest));
  }
  return entries;
}

function emptyItems(context, count) {
  return context.stylize(`<${count} empty item${count > 1 ? 's' : ''}>`, 'undefined');
}

function formatTypedArray(context, value, recursion) {
  const length = TypedArrayPrototypeGetLength(value);
  const shown = MathMin(MathMax(0, context.maxArrayLength), length);
  const more = length - shown;
  const entries = [];
  const format = length > 0 && typeof value[0] === 'bigint' ? formatBigInt : formatNumber;
  for (let i = 0; i < shown; i++) ArrayPrototypePush(entries, format(context.stylize, value[i], context.numericSeparator));
  if (more > 0) ArrayPrototypePush(entries, moreItems(more));
  if (context.showHidden) {
    context.indentationLvl += 2;
    for (const key of ['BYTES_PER_ELEMENT', 'length', 'byteLength', 'byteOffset', 'buffer']) {
      ArrayPrototypePush(entries, `[${key}]: ${formatValue(context, value[key], recursion, true)}`);
    }
    context.indentationLvl -= 2;
  }
  return entries;
}

function formatArrayBuffer(context, value) {
  let bytes;
  try {
    bytes = new Uint8Array(value);
  } catch {
    return [context.stylize('(detached)', 'special')];
  }
  const shown = MathMin(MathMax(0, context.maxArrayLength), bytes.length);
  let text = '';
  for (let i = 0; i < shown; i++) {
    text += `${i === 0 ? '' : ' '}${bytes[i] < 16 ? '0' : ''}${NumberPrototypeToString(bytes[i], 16)}`;
  }
  const more = bytes.length - shown;
  if (more > 0) text += ` ... ${more} more byte${more > 1 ? 's' : ''}`;
  return [`${context.stylize('[Uint8Contents]', 'special')}: <${text}>`];
}

function formatSet(context, value, recursion) {
  const entries = [];
  const length = SetPrototypeGetSize(value);
  const shown = MathMin(MathMax(0, context.maxArrayLength), length);
  context.indentationLvl += 2;
  let i = 0;
  SetPrototypeForEach(value, (item) => {
    if (i++ < shown) ArrayPrototypePush(entries, formatValue(context, item, recursion));
  });
  if (length > shown) ArrayPrototypePush(entries, moreItems(length - shown));
  context.indentationLvl -= 2;
  return entries;
}

function formatMap(context, value, recursion) {
  const entries = [];
  const length = MapPrototypeGetSize(value);
  const shown = MathMin(MathMax(0, context.maxArrayLength), length);
  context.indentationLvl += 2;
  let i = 0;
  MapPrototypeForEach(value, (item, key) => {
    if (i++ >= shown) return;
    ArrayPrototypePush(entries, `${formatValue(context, key, recursion)} => ${formatValue(context, item, recursion)}`);
  });
  if (length > shown) ArrayPrototypePush(entries, moreItems(length - shown));
  context.indentationLvl -= 2;
  return entries;
}

// What an iterator has still to give, without moving it: keys, values or (`paired`) both in turn.
function remainingEntries(iterator) {
  const items = [];
  const state = binding.iteratorState(iterator);
  if (state === undefined) return { items, paired: false };
  const { 0: collection, 1: passed, 2: kind } = state;
  let i = 0;
  const take = (item, key) => {
    if (i++ < passed) return;
    if (kind !== 1) ArrayPrototypePush(items, key);
    if (kind !== 0) ArrayPrototypePush(items, item);
  };
  if (types.isMap(collection)) MapPrototypeForEach(collection, take);
  else SetPrototypeForEach(collection, take);
  return { items, paired: kind === 2 };
}

function formatIterator(context, value, recursion) {
  const { items, paired } = remainingEntries(value);
  const count = paired ? items.length / 2 : items.length;
  const entries = [];
  const most = MathMin(MathMax(0, context.maxArrayLength), count);
  context.indentationLvl += 2;
  for (let i = 0; i < most; i++) {
    ArrayPrototypePush(entries, paired ?
      `[ ${formatValue(context, items[2 * i], recursion)}, ${formatValue(context, items[2 * i + 1], recursion)} ]` :
      formatValue(context, items[i], recursion));
  }
  context.indentationLvl -= 2;
  if (count > most) ArrayPrototypePush(entries, moreItems(count - most));
  return entries;
}

function formatPromise(context, value, recursion) {
  const [state, result] = binding.promiseDetails(value);
  if (state === 0) return [context.stylize('<pending>', 'special')];
  context.indentationLvl += 2;
  const text = formatValue(context, result, recursion);
  context.indentationLvl -= 2;
  return [state === 2 ? `${context.stylize('<rejected>', 'special')} ${text}` : text];
}

// A weak collection's items are shown only with showHidden, sorted: their order is the engine's affair.
function formatWeak(context, value, recursion) {
  if (!context.showHidden) return [context.stylize('<items unknown>', 'special')];
  const keys = binding.weakEntries(value);
  if (keys === undefined) return [context.stylize('<items unknown>', 'special')];
  const most = MathMin(MathMax(0, context.maxArrayLength), keys.length);
  const entries = [];
  context.indentationLvl += 2;
  for (let i = 0; i < keys.length; i++) {
    const item = types.isWeakMap(value) ? ` => ${formatValue(context, WeakMapPrototypeGet(value, keys[i]), recursion)}` : '';
    ArrayPrototypePush(entries, formatValue(context, keys[i], recursion) + item);
  }
  context.indentationLvl -= 2;
  ArrayPrototypeSort(entries);
  if (entries.length > most) {
    const more = entries.length - most;
    entries.length = most;
    ArrayPrototypePush(entries, moreItems(more));
  }
  return entries;
}

function formatNamespace(context, value, recursion, shape) {
  const { keys } = shape;
  const entries = [];
  for (let i = 0; i < keys.length; i++) {
    try {
      ArrayPrototypePush(entries, formatProperty(context, value, recursion, keys[i], kObject));
    } catch {
      // A binding whose module has not got that far.
      const text = formatProperty(context, { [keys[i]]: '' }, recursion, keys[i], kObject);
      const end = StringPrototypeLastIndexOf(text, ' ');
      ArrayPrototypePush(entries, StringPrototypeSlice(text, 0, end + 1) +
        context.stylize('<uninitialized>', 'special'));
    }
  }
  shape.keys = [];
  return entries;
}

// Properties.

function formatProperty(context, value, recursion, key, extras, descriptor, receiver = value) {
  descriptor = descriptor || ObjectGetOwnPropertyDescriptor(value, key) ||
    { value: value[key], configurable: true, enumerable: true };
  let separator = ' ';
  let text;
  if (descriptor.value !== undefined) {
    const indent = context.compact !== true || extras !== kObject ? 2 : 3;
    context.indentationLvl += indent;
    text = formatValue(context, descriptor.value, recursion);
    if (indent === 3 && context.breakLength < binding.displayWidth(text)) {
      separator = `\n${spaces(context.indentationLvl)}`;
    }
    context.indentationLvl -= indent;
  } else if (descriptor.get !== undefined) {
    text = formatAccessor(context, descriptor, receiver, recursion);
  } else if (descriptor.set !== undefined) {
    text = context.stylize('[Setter]', 'special');
  } else {
    text = context.stylize('undefined', 'undefined');
  }
  if (extras === kArray) return text;
  return `${formatKey(context, key, descriptor)}:${separator}${text}`;
}

function formatAccessor(context, descriptor, receiver, recursion) {
  const label = descriptor.set !== undefined ? 'Getter/Setter' : 'Getter';
  const wanted = context.getters === true || (context.getters === 'get' && descriptor.set === undefined) ||
    (context.getters === 'set' && descriptor.set !== undefined);
  const style = (text) => context.stylize(text, 'special');
  if (!wanted) return style(`[${label}]`);
  try {
    const result = FunctionPrototypeCall(descriptor.get, receiver);
    context.indentationLvl += 2;
    let text;
    if (result === null) {
      text = `${style(`[${label}:`)} ${context.stylize('null', 'null')}${style(']')}`;
    } else if (typeof result === 'object') {
      text = `${style(`[${label}]`)} ${formatValue(context, result, recursion)}`;
    } else {
      text = `${style(`[${label}:`)} ${formatPrimitive(context, result)}${style(']')}`;
    }
    context.indentationLvl -= 2;
    return text;
  } catch (error) {
    return style(`[${label}: <Inspection threw (${error.message})>]`);
  }
}

function formatKey(context, key, descriptor) {
  if (typeof key === 'symbol') {
    return `[${context.stylize(binding.escaped(SymbolPrototypeToString(key)), 'symbol')}]`;
  }
  if (key === '__proto__') return "['__proto__']";
  if (descriptor.enumerable === false) return `[${binding.escaped(key)}]`;
  if (binding.isIdentifier(key)) return context.stylize(key, 'name');
  return context.stylize(binding.quoted(`${key}`), 'string');
}

const formatHelpers = { constructorName, formatValue, keysOf, prefix, spaces };

module.exports = {
  builtInNames,
  formatBigInt,
  formatNumber,
  formatPrimitive,
  formatValue,
  getStringWidth: (text) => binding.displayWidth(text),
  inspect,
  inspectDefaultOptions,
  remainingEntries,
  stripVTControlCharacters(text) {
    require('internal/validators').validateString(text, 'str');
    return binding.withoutColors(text);
  },
};
for (const name of ['format', 'formatWithOptions', 'formatWithOptionsInternal']) {
  ObjectDefineProperty(module.exports, name, {
    __proto__: null, configurable: true, enumerable: true,
    get() { return require('internal/util/format')[name]; },
  });
}
