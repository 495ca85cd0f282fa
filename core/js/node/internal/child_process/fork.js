'use strict';

// fork(): what its arguments ask for. Source: Node.js documentation "child_process.fork()".

const {
  ArrayIsArray,
  ArrayPrototypeIncludes,
  ArrayPrototypePush,
  ArrayPrototypeSlice,
  ObjectKeys,
  StringPrototypeIncludes,
  SymbolDispose,
} = primordials;
const { codes } = require('internal/errors');
const path = require('path');
const { validateAbortSignal, validateBoolean, validateObject, validateOneOf } = require('internal/validators');
const { ChildProcess } = require('internal/child_process/child');

function pathFrom(value, name) {
  const { isURL } = require('internal/url');
  if (isURL(value)) return require('internal/url_file').fileURLToPath(value);
  if (typeof value === 'string') return value;
  const { Buffer } = require('buffer');
  if (Buffer.isBuffer(value)) return value.toString();
  const kind = name === 'modulePath' ? name : `options.${name}`;
  throw new codes.ERR_INVALID_ARG_TYPE(kind, ['string', 'Buffer', 'URL'], value);
}

function checkBytes(value, name, wanted = 'must be a string without null bytes') {
  if (StringPrototypeIncludes(value, '\u0000'))
    throw new codes.ERR_INVALID_ARG_VALUE(name, value, wanted);
}

const kStdio = { '__proto__': null, 'ignore': true, 'inherit': true, 'pipe': true, 'overlapped': true };

// What becomes of each of its descriptors: 'pipe', 'ignore', 'inherit' or 'ipc'.
function stdioOf({ silent, stdio }) {
  if (typeof stdio === 'string') {
    if (!kStdio[stdio]) throw new codes.ERR_INVALID_ARG_VALUE('stdio', stdio);
    return [stdio, stdio, stdio, 'ipc'];
  }
  if (!ArrayIsArray(stdio)) {
    const kind = silent ? 'pipe' : 'inherit';
    return [kind, kind, kind, 'ipc'];
  }
  if (!ArrayPrototypeIncludes(stdio, 'ipc')) throw new codes.ERR_CHILD_PROCESS_IPC_REQUIRED('options.stdio');
  const kinds = [];
  for (let i = 0; i < stdio.length; i++) ArrayPrototypePush(kinds, kindOf(stdio[i], i));
  return kinds;
}

function kindOf(given, index) {
  if (given === 'ipc' || kStdio[given]) return given === 'overlapped' ? 'pipe' : given;
  if (given === null || given === undefined) return index < 3 ? 'pipe' : 'ignore';
  // The parent's own descriptor or stream of that number.
  const fd = typeof given === 'number' ? given : given?.fd;
  if (fd === index) return 'inherit';
  throw new codes.ERR_FEATURE_UNAVAILABLE_ON_PLATFORM('A descriptor of a forked process that is another of its parent');
}

function environmentOf(env) {
  const pairs = [];
  const names = ObjectKeys(env);
  for (let i = 0; i < names.length; i++) {
    const value = env[names[i]];
    if (value === undefined) continue;
    checkBytes(`${value}`, `options.env['${names[i]}']`);
    ArrayPrototypePush(pairs, names[i], `${value}`);
  }
  return pairs;
}

function textsOf(given, name) {
  const texts = [];
  for (let i = 0; i < given.length; i++) {
    texts[i] = `${given[i]}`;
    checkBytes(texts[i], `${name}[${i}]`);
  }
  return texts;
}

function killOnAbort(child, signal, killSignal) {
  validateAbortSignal(signal, 'options.signal');
  const abort = () => {
    const { AbortError } = require('internal/errors');
    if (child.kill(killSignal)) child.emit('error', new AbortError(undefined, { cause: signal.reason }));
  };
  if (signal.aborted) {
    process.nextTick(abort);
    return;
  }
  const listening = require('events').addAbortListener(signal, abort);
  child.once('exit', () => listening[SymbolDispose]());
}

function fork(modulePath, args = [], options) {
  const module = pathFrom(modulePath, 'modulePath');
  if (args === null || args === undefined) args = [];
  else if (typeof args === 'object' && !ArrayIsArray(args)) {
    options = args;
    args = [];
  } else if (!ArrayIsArray(args)) {
    throw new codes.ERR_INVALID_ARG_TYPE('args', 'Array', args);
  }
  if (options !== undefined && options !== null) validateObject(options, 'options');
  options = { ...options };
  const execArgv = [...(options.execArgv || process.execArgv)];
  checkBytes(module, 'modulePath', 'must be a string, Uint8Array, or URL without null bytes');
  const stdio = stdioOf(options);
  validateOneOf(options.serialization, 'options.serialization', [undefined, 'json', 'advanced']);
  const cwd = options.cwd === undefined || options.cwd === null ? process.cwd() : pathFrom(options.cwd, 'cwd');
  if (options.detached !== undefined && options.detached !== null) validateBoolean(options.detached, 'options.detached');
  const texts = textsOf([module, ...args], 'args');
  const env = environmentOf(options.env || process.env);
  if (options.serialization === 'advanced') ArrayPrototypePush(env, 'NODE_CHANNEL_SERIALIZATION_MODE', 'advanced');
  const child = new ChildProcess();
  child._fork({
    script: path.resolve(cwd, module),
    cwd: path.resolve(cwd),
    args: ArrayPrototypeSlice(texts, 1),
    execArgv: textsOf(execArgv, 'execArgv'),
    env,
    stdio,
    isAdvanced: options.serialization === 'advanced',
    spawnargs: [process.execPath, ...execArgv, ...texts],
  });
  if (options.signal) killOnAbort(child, options.signal, options.killSignal);
  if (options.timeout > 0) {
    const timer = require('timers').setTimeout(() => child.kill(options.killSignal), options.timeout);
    child.once('exit', () => require('timers').clearTimeout(timer));
  }
  return child;
}

module.exports = { fork };
