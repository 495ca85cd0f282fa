'use strict';

// What a program asks of its process: clocks, memory, folders, identity.

const {
  ArrayPrototypePush,
  BigInt,
  Error,
  MathFloor,
  Number,
  NumberMAX_SAFE_INTEGER,
  RangeError,
  ObjectDefineProperty,
  SafeSet,
} = primordials;
const { unmetered } = internalBinding('meter');
const binding = internalBinding('process');

const kNsPerSecond = 1_000_000_000n;

function hrtime(previous) {
  const now = binding.hrtime();
  if (previous === undefined) return [Number(now / kNsPerSecond), Number(now % kNsPerSecond)];
  const { validateArray } = require('internal/validators');
  validateArray(previous, 'time');
  if (previous.length !== 2) {
    const { ERR_OUT_OF_RANGE } = require('internal/errors').codes;
    throw new ERR_OUT_OF_RANGE('time', 2, previous.length);
  }
  const passed = now - (BigInt(previous[0]) * kNsPerSecond + BigInt(previous[1]));
  const seconds = passed / kNsPerSecond;
  const rest = passed % kNsPerSecond;
  return rest < 0n ? [Number(seconds) - 1, Number(rest + kNsPerSecond)] : [Number(seconds), Number(rest)];
}
hrtime.bigint = function() {
  return binding.hrtime();
};

const memoryUsage = unmetered(() => {
  const { 0: rss, 1: heapTotal, 2: heapUsed, 3: external, 4: arrayBuffers } = binding.memoryUsage();
  return { rss, heapTotal, heapUsed, external, arrayBuffers };
});
memoryUsage.rss = () => memoryUsage().rss;

function checkMicroseconds(value, name) {
  require('internal/validators').validateNumber(value, `prevValue.${name}`);
  if (value >= 0 && value <= NumberMAX_SAFE_INTEGER) return;
  const error = new RangeError(
    `The property 'prevValue.${name}' is invalid. Received ${require('internal/util/inspect').inspect(value)}`);
  error.code = 'ERR_INVALID_ARG_VALUE';
  throw error;
}

function cpuUsage(previous) {
  const { validateObject } = require('internal/validators');
  const user = MathFloor(binding.cpuUsageNs() / 1000);
  if (previous === undefined || previous === null) return { user, system: 0 };
  validateObject(previous, 'prevValue');
  checkMicroseconds(previous.user, 'user');
  checkMicroseconds(previous.system, 'system');
  return { user: user - previous.user, system: 0 - previous.system };
}

function resourceUsage() {
  return {
    userCPUTime: MathFloor(binding.cpuUsageNs() / 1000), systemCPUTime: 0,
    maxRSS: MathFloor(memoryUsage.rss() / 1024), sharedMemorySize: 0, unsharedDataSize: 0,
    unsharedStackSize: 0, minorPageFault: 0, majorPageFault: 0, swappedOut: 0, fsRead: 0,
    fsWrite: 0, ipcSent: 0, ipcReceived: 0, signalsCount: 0, voluntaryContextSwitches: 0,
    involuntaryContextSwitches: 0,
  };
}

const files = internalBinding('fs');

function chdir(directory) {
  const { validateString } = require('internal/validators');
  validateString(directory, 'directory');
  const errno = files.chdir(directory);
  if (errno === 0) return;
  const { 0: code, 1: text } = require('internal/system_errors').uvErrmapGet(errno);
  const folder = files.cwd();
  const error = new Error(`${code}: ${text}, chdir '${folder}' -> '${directory}'`);
  error.errno = errno;
  error.code = code;
  error.syscall = 'chdir';
  error.path = folder;
  error.dest = directory;
  throw error;
}

function cwd() {
  const folder = files.cwd();
  if (folder !== undefined) return folder;
  const error = new Error('ENOENT: no such file or directory, uv_cwd');
  error.errno = -2;
  error.code = 'ENOENT';
  error.syscall = 'uv_cwd';
  throw error;
}

function umask(next) {
  if (next !== undefined) next = require('internal/validators').parseFileMode(next, 'mask');
  return files.umask(next);
}

function refuse(name, why) {
  return () => {
    const { ERR_FEATURE_UNAVAILABLE_ON_PLATFORM } = require('internal/errors').codes;
    const error = new ERR_FEATURE_UNAVAILABLE_ON_PLATFORM(`process.${name}()`);
    error.message += `: ${why}`;
    throw error;
  };
}

// What keeps the loop alive, by the names of Node's classes.
function activeResources() {
  const { 0: requests, 1: timers, 2: immediates } = internalBinding('timers').activeCounts();
  const names = [];
  for (let i = 0; i < requests; i++) ArrayPrototypePush(names, 'FSReqCallback');
  for (let i = 0; i < timers; i++) ArrayPrototypePush(names, 'Timeout');
  for (let i = 0; i < immediates; i++) ArrayPrototypePush(names, 'Immediate');
  return names;
}

// What changes the whole process is the main thread's.
function refuseInWorkers(target) {
  const refused = ['abort', 'chdir', 'initgroups', 'setegid', 'seteuid', 'setgid', 'setgroups', 'setuid'];
  for (let i = 0; i < refused.length; i++) {
    const name = refused[i];
    target[name] = function() {
      const { ERR_WORKER_UNSUPPORTED_OPERATION } = require('internal/errors').codes;
      throw new ERR_WORKER_UNSUPPORTED_OPERATION(`process.${name}()`);
    };
    target[name].disabled = true;
  }
  target.umask = (next) => {
    if (next === undefined) return umask();
    const { ERR_WORKER_UNSUPPORTED_OPERATION } = require('internal/errors').codes;
    throw new ERR_WORKER_UNSUPPORTED_OPERATION('Setting process.umask()');
  };
}

function install(target) {
  target.hrtime = hrtime;
  target.uptime = () => Number(binding.hrtime()) / 1e9;
  target.memoryUsage = memoryUsage;
  target.cpuUsage = cpuUsage;
  target.resourceUsage = resourceUsage;
  target.constrainedMemory = () => 0;
  target.availableMemory = () => 8 * 1024 ** 3;
  target.cwd = cwd;
  target.chdir = chdir;
  target.umask = umask;
  target.getuid = target.geteuid = () => 1000;
  target.getgid = target.getegid = () => 1000;
  target.getgroups = () => [1000];
  target.abort = refuse('abort', 'the simulator does not dump core');
  target.dlopen = refuse('dlopen', 'native add-ons cannot run in the simulator');
  target.binding = refuse('binding', 'internal bindings are not for programs');
  target.assert = require('internal/util').deprecate((value, message) => {
    const { ERR_ASSERTION } = require('internal/errors').codes;
    if (!value) throw new ERR_ASSERTION(message ?? 'assertion error');
  }, 'process.assert() is deprecated. Please use the `assert` module instead.', 'DEP0100');
  target.getBuiltinModule = (id) => {
    require('internal/validators').validateString(id, 'id');
    const { isPublic, requirePublic, withoutScheme } = require('internal/modules/public');
    return isPublic(withoutScheme(id)) ? requirePublic(id) : undefined;
  };
  target.getActiveResourcesInfo = activeResources;
  if (!internalBinding('worker').isMainThread) refuseInWorkers(target);
  ObjectDefineProperty(target, 'allowedNodeEnvironmentFlags', {
    __proto__: null, configurable: true, enumerable: true, get: () => new SafeSet(),
  });
}

module.exports = { install };
