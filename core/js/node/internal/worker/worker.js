'use strict';

// The Worker class: a worker as its parent sees it. Source: Node.js documentation "Worker threads", "Class: Worker".

const {
  ArrayIsArray,
  ArrayPrototypeFilter,
  ArrayPrototypeMap,
  ArrayPrototypePush,
  FunctionPrototypeBind,
  Promise,
  PromiseResolve,
  RegExp,
  RegExpPrototypeExec,
  SafeMap,
  String,
  StringPrototypeStartsWith,
  Symbol,
} = primordials;
const EventEmitter = require('events');
const path = require('path');
const binding = internalBinding('worker');
const messaging = internalBinding('messaging');
const { codes } = require('internal/errors');
const { validateString } = require('internal/validators');
const {
  MessageChannel, kOnMessage, newPort, postInternal,
} = require('internal/worker/message_port');
const environmentData = require('internal/worker/environment_data');
const { utilizationOf } = require('internal/event_loop_utilization');

const SHARE_ENV = Symbol.for('nodejs.worker_threads.SHARE_ENV');
const kRelative = new RegExp('^\\.\\.?[\\\\/]');

const kMib = 1024 ** 2;
const kDefaultLimits = { maxYoungGenerationSizeMb: 48, maxOldGenerationSizeMb: 2096, codeRangeSizeMb: 0, stackSizeMb: 4 };

// Options of node that a worker may be given; what they ask for is as it is anyway.
const kHeededFlags = new RegExp('^--(?:no-)?(?:warnings|deprecation|trace-warnings|trace-deprecation|trace-uncaught|' +
  'throw-deprecation|pending-deprecation|enable-source-maps|unhandled-rejections(?:=.*)?|experimental-.*|' +
  'stack-trace-limit=.*|input-type=.*|conditions=.*)$|^-C$');

const workers = new SafeMap();  // by agent
const kNoAgent = -1;

// What is to run: { filename, evaluates: undefined, 'script' or 'module' }.
function programOf(filename, options) {
  const { isURL } = require('internal/url');
  const { fileURLToPath } = require('internal/url_file');
  if (options.eval) {
    if (typeof filename !== 'string')
      throw new codes.ERR_INVALID_ARG_VALUE('options.eval', options.eval, "must be false when 'filename' is not a string");
    return { filename, evaluates: 'script' };
  }
  if (isURL(filename)) {
    if (filename.protocol === 'data:') return { filename: filename.href, evaluates: 'module' };
    return { filename: fileURLToPath(filename) };
  }
  if (typeof filename !== 'string') throw new codes.ERR_INVALID_ARG_TYPE('filename', ['string', 'URL'], filename);
  if (!path.isAbsolute(filename) && RegExpPrototypeExec(kRelative, filename) === null)
    throw new codes.ERR_WORKER_PATH(filename);
  return { filename: path.resolve(filename) };
}

function environmentOf(env) {
  if (env === SHARE_ENV) {
    shareEnvironment();
    return undefined;
  }
  if (env !== undefined && env !== null && typeof env !== 'object')
    throw new codes.ERR_INVALID_ARG_TYPE('options.env', ['object', 'undefined', 'null', 'worker_threads.SHARE_ENV'], env);
  const entries = { ...(env ?? process.env) };
  for (const name in entries) entries[name] = `${entries[name]}`;
  return entries;
}

let isShared = false;

function shareEnvironment() {
  if (isShared) return;
  isShared = true;
  if (binding.isMainThread) {
    for (const name in process.env) binding.shareVariable(name, process.env[name]);
    process.env = require('internal/process/environment').makeSharedEnvironment();
  }
}

function checkFlags(execArgv) {
  if (!ArrayIsArray(execArgv)) return;
  const refused = ArrayPrototypeFilter(execArgv, (flag) => RegExpPrototypeExec(kHeededFlags, flag) === null &&
                                                           StringPrototypeStartsWith(flag, '-'));
  if (refused.length > 0) throw new codes.ERR_WORKER_INVALID_EXEC_ARGV(refused);
}

function limitsOf(given) {
  const limits = { ...kDefaultLimits };
  if (given === null || typeof given !== 'object') return limits;
  for (const name in limits) if (typeof given[name] === 'number') limits[name] = given[name];
  return limits;
}

function heapLimit(given) {
  const { maxOldGenerationSizeMb: old, maxYoungGenerationSizeMb: young } = given ?? {};
  return typeof old === 'number' && old > 0 ? (old + (typeof young === 'number' ? young : 0)) * kMib : 0;
}

class Worker extends EventEmitter {
  #agent;
  #threadId = -1;
  #port = newPort();
  #publicPort;
  #limits;
  #streams = { __proto__: null, stdin: null, stdout: undefined, stderr: undefined };
  #isPiped = { __proto__: null, stdout: true, stderr: true };
  #stdinCallbacks = [];
  #performance;

  constructor(filename, options = {}) {
    super();
    options ??= {};
    if (options.execArgv && !ArrayIsArray(options.execArgv))
      throw new codes.ERR_INVALID_ARG_TYPE('options.execArgv', 'Array', options.execArgv);
    let argv = [];
    if (options.argv) {
      if (!ArrayIsArray(options.argv)) throw new codes.ERR_INVALID_ARG_TYPE('options.argv', 'Array', options.argv);
      argv = ArrayPrototypeMap(options.argv, String);
    }
    const program = programOf(filename, options);
    const env = environmentOf(options.env);
    if (options.name) validateString(options.name, 'options.name');
    if (options.execArgv) checkFlags(options.execArgv);
    this.#limits = limitsOf(options.resourceLimits);
    this.#isPiped.stdout = !options.stdout;
    this.#isPiped.stderr = !options.stderr;
    if (options.stdin) this.#makeStdin();
    this.#start(program, { argv, env, options });
  }

  #start({ filename, evaluates }, { argv, env, options }) {
    // What cannot be cloned is said before anything is made.
    const { prepare } = require('internal/worker/clone');
    const { transfer: listed = [], objects } = prepare(options.workerData, options.transferList);
    const label = options.name || (evaluates ? '[worker eval]' : nameOf(filename));
    const started = binding.start(this.#port, label, filename, heapLimit(options.resourceLimits),
      this.#limits.stackSizeMb * kMib);
    this.#agent = started.agent;
    this.#threadId = started.threadId;
    workers.set(started.agent, this);
    this.#port[kOnMessage] = (message) => this.#onMessage(message);
    messaging.start(this.#port);
    const { port1, port2 } = new MessageChannel();
    this.#publicPort = port1;
    const load = {
      type: 'load', evaluates, argv, env, hasStdin: !!options.stdin, publicPort: port2,
      execArgv: options.execArgv ? [...options.execArgv] : [...process.execArgv],
      workerData: options.workerData, objects, resourceLimits: this.#limits, environmentData: environmentData.entries(),
    };
    const { previewOf } = require('internal/worker/clone');
    const preview = messaging.records && load.workerData !== undefined ?
      `workerData: ${previewOf(load.workerData)}` : undefined;
    postInternal(this.#port, load, [port2, ...listed], preview, true);
    this.#publicPort.on('message', (message) => this.emit('message', message));
    this.#publicPort.on('messageerror', (error) => this.emit('messageerror', error));
    messaging.setRef(this.#publicPort, false, true);
    process.nextTick(() => process.emit('worker', this));
  }

  #onMessage(message) {
    switch (message.type) {
      case 'online':
        this.emit('online');
        return;
      case 'error':
        this.emit('error', require('internal/worker/errors').deserializeError(message.error));
        return;
      case 'stdio':
        this.#onOutput(message.stream, message.chunks);
        return;
      case 'more-stdin':
        this.#continueStdin();
    }
  }

  #onOutput(name, chunks) {
    for (let i = 0; i < chunks.length; i++) {
      this.#streams[name]?.push(chunks[i]);
      if (this.#isPiped[name]) process[name].write(chunks[i]);
    }
    if (this.#agent !== undefined) postInternal(this.#port, { type: 'stdio-taken', stream: name });
  }

  #output(name) {
    if (this.#streams[name] === undefined) {
      const { ReadableWorkerStdio } = require('internal/worker/readable_stdio');
      this.#streams[name] = new ReadableWorkerStdio();
      if (this.#agent === undefined) this.#streams[name].push(null);
    }
    return this.#streams[name];
  }

  #makeStdin() {
    const { Writable } = require('stream');
    this.#streams.stdin = new Writable({
      decodeStrings: false,
      write: (chunk, encoding, callback) => this.#sendStdin(
        typeof chunk === 'string' && encoding !== 'utf8' ? require('buffer').Buffer.from(chunk, encoding) : chunk, callback),
      final: (callback) => {
        this.#sendStdin(null);
        callback();
      },
    });
  }

  #sendStdin(chunk, callback) {
    if (this.#agent !== undefined) postInternal(this.#port, { type: 'stdin', chunks: [chunk] });
    if (callback !== undefined) ArrayPrototypePush(this.#stdinCallbacks, callback);
  }

  #continueStdin() {
    const callbacks = this.#stdinCallbacks;
    this.#stdinCallbacks = [];
    for (let i = 0; i < callbacks.length; i++) callbacks[i]();
  }

  // What it sent before it ended is given out first, back to back.
  #drain() {
    const { receiveMessageOnPort } = require('internal/worker/message_port');
    for (let taken; (taken = receiveMessageOnPort(this.#publicPort)) !== undefined;) this.emit('message', taken.message);
    for (let taken; (taken = receiveMessageOnPort(this.#port)) !== undefined;) this.#onMessage(taken.message);
  }

  static ended(agent, exitCode, outOfMemory) {
    const worker = workers.get(agent);
    if (worker === undefined) return;
    workers.delete(agent);
    worker.#ended(exitCode, outOfMemory);
  }

  #ended(exitCode, outOfMemory) {
    this.#drain();
    this.#agent = undefined;
    this.#threadId = -1;
    messaging.close(this.#publicPort);
    messaging.close(this.#port);
    this.#limits = {};
    const { stdin, stdout, stderr } = this.#streams;
    stdout?.push(null);
    stderr?.push(null);
    stdin?.destroy();
    if (outOfMemory) this.emit('error', new codes.ERR_WORKER_OUT_OF_MEMORY('JS heap out of memory'));
    this.emit('exit', exitCode);
  }

  postMessage(...args) {
    if (this.#publicPort === undefined || this.#agent === undefined) return;
    this.#publicPort.postMessage(...args);
  }

  terminate(callback) {
    this.ref();
    if (typeof callback === 'function') {
      process.emitWarning('Passing a callback to worker.terminate() is deprecated. It returns a Promise instead.',
                          'DeprecationWarning', 'DEP0132');
      if (this.#agent === undefined) return PromiseResolve();
      this.once('exit', (exitCode) => callback(null, exitCode));
    }
    if (this.#agent === undefined) return PromiseResolve();
    binding.terminate(this.#agent);
    return new Promise((resolve) => { this.once('exit', resolve); });
  }

  ref() {
    if (this.#agent !== undefined) binding.setRef(this.#agent, true);
  }

  unref() {
    if (this.#agent !== undefined) binding.setRef(this.#agent, false);
  }

  get threadId() { return this.#threadId; }
  get stdin() { return this.#streams.stdin; }
  get stdout() { return this.#output('stdout'); }
  get stderr() { return this.#output('stderr'); }
  get resourceLimits() { return { ...this.#limits }; }

  get performance() {
    return this.#performance ??=
      { eventLoopUtilization: FunctionPrototypeBind(utilizationOf(() => this.#agent ?? kNoAgent), this) };
  }

  getHeapSnapshot() {
    const { ERR_WORKER_NOT_RUNNING, ERR_FEATURE_UNAVAILABLE_ON_PLATFORM } = codes;
    return new Promise((resolve, reject) => {
      reject(this.#agent === undefined ? new ERR_WORKER_NOT_RUNNING() :
        new ERR_FEATURE_UNAVAILABLE_ON_PLATFORM('worker.getHeapSnapshot()'));
    });
  }
}

function nameOf(filename) {
  const relative = path.relative(path.dirname(process.argv[1]), filename);
  return relative === '' || StringPrototypeStartsWith(relative, '..') ? path.basename(filename) : relative;
}

messaging.setHooks({ workerEnded: Worker.ended });
delete Worker.ended;

module.exports = { SHARE_ENV, Worker };
