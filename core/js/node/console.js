'use strict';

// Source: Node.js documentation "Console".

const {
  Boolean,
  FunctionPrototypeBind,
  NumberPrototypeToFixed,
  MathFloor,
  Number,
  ObjectAssign,
  ObjectDefineProperty,
  ObjectPrototype,
  ObjectSetPrototypeOf,
  ReflectApply,
  SafeMap,
  StringPrototypeIncludes,
  StringPrototypePadStart,
  StringPrototypeRepeat,
  StringPrototypeReplaceAll,
  StringPrototypeSlice,
  StringPrototypeSplit,
  Symbol,
  SymbolHasInstance,
  SymbolToStringTag,
} = primordials;
const { hrtime } = internalBinding('process');

const kState = Symbol('kState');
const kGroupIndentation = 2;

function inspector() {
  return require('internal/util/inspect');
}

function formatAll(options, args) {
  // One string is the most common call by far.
  if (args.length === 1 && typeof args[0] === 'string') return args[0];
  return inspector().formatWithOptionsInternal(options, args);
}

// What a console keeps for itself, out of sight of inspect.
class State {
  indentation = '';
  counts = new SafeMap();
  timers = new SafeMap();
  warnedNoLabel = false;

  constructor(options) {
    this.options = options;
  }

  // The inspect options for a stream.
  inspectOptionsFor(stream) {
    const { colorMode, inspectOptions } = this.options;
    if (inspectOptions !== undefined) {
      if (inspectOptions.colors === undefined && colorMode !== 'auto') return { ...inspectOptions, colors: colorMode };
      return inspectOptions;
    }
    if (colorMode === 'auto') return stream.isTTY ? { colors: true } : { colors: false };
    return { colors: Boolean(colorMode) };
  }
}

function write(console, useStderr, text) {
  const state = console[kState];
  const stream = useStderr ? state.options.stderr() : state.options.stdout();
  if (state.indentation !== '') {
    if (StringPrototypeIncludes(text, '\n')) text = StringPrototypeReplaceAll(text, '\n', `\n${state.indentation}`);
    text = state.indentation + text;
  }
  text += '\n';
  if (!state.options.ignoreErrors) return void stream.write(text);
  try {
    stream.write(text);
  } catch (error) {
    if (require('internal/errors').isStackOverflowError(error)) throw error;
  }
}

const methods = {
  log(...args) {
    write(this, false, formatAll(this[kState].inspectOptionsFor(this[kState].options.stdout()), args));
  },
  warn(...args) {
    write(this, true, formatAll(this[kState].inspectOptionsFor(this[kState].options.stderr()), args));
  },
  dir(object, options) {
    const { inspect } = inspector();
    write(this, false, inspect(object, {
      customInspect: false, ...this[kState].inspectOptionsFor(this[kState].options.stdout()), ...options,
    }));
  },
  time(label = 'default') {
    label = `${label}`;
    const { timers } = this[kState];
    if (timers.has(label)) {
      process.emitWarning(`Label '${label}' already exists for console.time()`);
      return;
    }
    timers.set(label, hrtime());
  },
  timeEnd(label = 'default') {
    label = `${label}`;
    if (logTime(this, 'timeEnd', label)) this[kState].timers.delete(label);
  },
  timeLog(label = 'default', ...data) {
    logTime(this, 'timeLog', `${label}`, data);
  },
  trace(...args) {
    const error = { name: 'Trace', message: formatAll(this[kState].inspectOptionsFor(this[kState].options.stderr()), args) };
    Error.captureStackTrace?.(error, methods.trace);
    this.error(error.stack ?? `Trace: ${error.message}`);
  },
  assert(expression, ...args) {
    if (expression) return;
    if (args.length === 0) args[0] = 'Assertion failed';
    else args[0] = `Assertion failed: ${args[0]}`;
    ReflectApply(this.warn, this, args);
  },
  clear() {
    const stream = this[kState].options.stdout();
    if (!stream.isTTY || process.env.TERM === 'dumb') return;
    stream.write('\u001b[1;1H');
    stream.write('\u001b[0J');
  },
  count(label = 'default') {
    label = `${label}`;
    const { counts } = this[kState];
    const count = (counts.get(label) ?? 0) + 1;
    counts.set(label, count);
    this.log(`${label}: ${count}`);
  },
  countReset(label = 'default') {
    label = `${label}`;
    const { counts } = this[kState];
    if (!counts.has(label)) {
      process.emitWarning(`Count for '${label}' does not exist`);
      return;
    }
    counts.delete(label);
  },
  group(...data) {
    if (data.length > 0) ReflectApply(this.log, this, data);
    this[kState].indentation += StringPrototypeRepeat(' ', this[kState].options.groupIndentation);
  },
  groupEnd() {
    const { indentation, options } = this[kState];
    this[kState].indentation = StringPrototypeSlice(indentation, 0, indentation.length - options.groupIndentation);
  },
  table(data, properties) {
    if (data === null || typeof data !== 'object') return this.log(data);
    if (properties !== undefined) require('internal/validators').validateArray(properties, 'properties');
    const text = require('internal/console_table').tableOf(data, properties, this[kState].inspectOptionsFor(this[kState].options.stdout()));
    return this.log(text ?? data);
  },
};
methods.debug = methods.log;
methods.info = methods.log;
methods.dirxml = methods.log;
methods.error = methods.warn;
methods.groupCollapsed = methods.group;

// In the order Node's console lists them.
const kOrder = [
  'log', 'warn', 'dir', 'time', 'timeEnd', 'timeLog', 'trace', 'assert', 'clear', 'count', 'countReset',
  'group', 'groupEnd', 'table', 'debug', 'info', 'dirxml', 'error', 'groupCollapsed',
];

function logTime(console, method, label, data) {
  const started = console[kState].timers.get(label);
  if (started === undefined) {
    process.emitWarning(`No such label '${label}' for console.${method}()`);
    return false;
  }
  const text = formatTime(Number(hrtime() - started) / 1e6);
  if (data === undefined) console.log('%s: %s', label, text);
  else console.log('%s: %s', label, text, ...data);
  return true;
}

// Milliseconds as console.time shows them: 0.123ms, 1.234s, 1:02.345 (m:ss.mmm), 1:00:00 (h:mm:ss).
function formatTime(ms) {
  if (ms < 1000) return `${+NumberPrototypeToFixed(ms, 3)}ms`;
  if (ms < 60_000) return `${NumberPrototypeToFixed(ms / 1000, 3)}s`;
  const pad = (value) => StringPrototypePadStart(`${value}`, 2, '0');
  const hours = MathFloor(ms / 3_600_000);
  const minutes = MathFloor((ms % 3_600_000) / 60_000);
  const seconds = (ms % 60_000) / 1000;
  if (hours > 0) return `${hours}:${pad(minutes)}:${pad(MathFloor(seconds))} (h:mm:ss)`;
  const { 0: whole, 1: fraction } = StringPrototypeSplit(NumberPrototypeToFixed(seconds, 3), '.');
  return `${minutes}:${pad(whole)}.${fraction} (m:ss.mmm)`;
}

// Gives an object the methods, each bound to it so that `const { log } = console` works.
function bindMethods(console) {
  for (let i = 0; i < kOrder.length; i++) {
    const name = kOrder[i];
    const method = console[name] ?? methods[name];
    const bound = FunctionPrototypeBind(method, console);
    ObjectDefineProperty(bound, 'name', { __proto__: null, configurable: true, value: name });
    ObjectDefineProperty(console, name, {
      __proto__: null, configurable: true, enumerable: true, writable: true, value: bound,
    });
  }
}

function hidden(console, name, descriptor) {
  ObjectDefineProperty(console, name, { __proto__: null, configurable: true, enumerable: false, ...descriptor });
}

function setState(console, options) {
  hidden(console, kState, { configurable: false, value: new State(options) });
}

// Properties of Node's consoles that are not documented; some programs look at them.
function exposeState(console) {
  const { options, timers } = console[kState];
  hidden(console, '_ignoreErrors', { writable: true, value: options.ignoreErrors });
  hidden(console, '_times', { writable: true, value: timers });
  hidden(console, SymbolToStringTag, { value: 'console', writable: false });
}

// new Console(stdout[, stderr][, ignoreErrors]) or new Console(options)
function Console(options, ...rest) {
  if (!new.target) return ReflectApply(construct, undefined, [Console, options, ...rest]);
  const checked = checkedOptions(options, rest);
  setState(this, checked);
  for (const name in methods) {
    if (this[name] === undefined) this[name] = methods[name];
  }
  bindMethods(this);
  hidden(this, '_stdout', { writable: true, value: checked.stdout() });
  hidden(this, '_stderr', { writable: true, value: checked.stderr() });
  exposeState(this);
  return undefined;
}

function construct(constructor, ...args) {
  return new constructor(...args);
}

function checkedOptions(options, rest) {
  const { codes } = require('internal/errors');
  if (!options || typeof options.write === 'function') {
    options = { stdout: options, stderr: rest[0], ignoreErrors: rest[1] };
  }
  const {
    stdout, stderr = stdout, ignoreErrors = true, colorMode = 'auto', inspectOptions,
    groupIndentation = kGroupIndentation,
  } = options;
  if (!stdout || typeof stdout.write !== 'function') throw new codes.ERR_CONSOLE_WRITABLE_STREAM('stdout');
  if (!stderr || typeof stderr.write !== 'function') throw new codes.ERR_CONSOLE_WRITABLE_STREAM('stderr');
  const { validateInteger, validateObject, validateOneOf } = require('internal/validators');
  validateOneOf(colorMode, 'colorMode', ['auto', true, false]);
  validateInteger(groupIndentation, 'groupIndentation', 0, 1000);
  if (inspectOptions !== undefined) {
    validateObject(inspectOptions, 'options.inspectOptions');
    if (inspectOptions.colors !== undefined && options.colorMode !== undefined) {
      throw new codes.ERR_INCOMPATIBLE_OPTION_PAIR('options.inspectOptions.color', 'colorMode');
    }
  }
  return {
    stdout: () => stdout, stderr: () => stderr, ignoreErrors, colorMode, inspectOptions, groupIndentation,
  };
}

ObjectDefineProperty(Console, SymbolHasInstance, {
  __proto__: null,
  value(instance) {
    return instance !== null && typeof instance === 'object' && instance[kState] !== undefined;
  },
});

// The global console: an object of its own, not an instance, whose streams are looked up late.
const globalConsole = ObjectSetPrototypeOf({}, ObjectSetPrototypeOf({}, ObjectPrototype));
setState(globalConsole, {
  stdout: () => process.stdout, stderr: () => process.stderr, ignoreErrors: true, colorMode: 'auto',
  inspectOptions: undefined, groupIndentation: kGroupIndentation,
});
bindMethods(globalConsole);
exposeState(globalConsole);
globalConsole.Console = Console;

// What V8 adds for its inspector, which is not there.
ObjectAssign(globalConsole, {
  profile() {},
  profileEnd() {},
  timeStamp() {},
  context(name) { return globalConsole; },
  createTask(name) { return { run: (callback) => callback() }; },
});
hidden(globalConsole, '_stdout', { get: () => process.stdout });
hidden(globalConsole, '_stderr', { get: () => process.stderr });

module.exports = globalConsole;
