'use strict';

// Source: Node.js documentation "OS". The machine is the simulated one: @cpus says how many cores.

const { ArrayFrom, ObjectDefineProperty, ObjectFreeze, StringPrototypeSlice } = primordials;
const binding = internalBinding('process');

const kHome = '/home/node';
const kMemory = 8 * 1024 ** 3;

function cpus() {
  return ArrayFrom({ length: binding.cpus }, () => ({
    model: 'Loopscope virtual CPU',
    speed: 3000,
    times: { user: 0, nice: 0, sys: 0, idle: 0, irq: 0 },
  }));
}

const signals = ObjectFreeze({
  __proto__: null,
  SIGHUP: 1, SIGINT: 2, SIGQUIT: 3, SIGILL: 4, SIGTRAP: 5, SIGABRT: 6, SIGBUS: 7, SIGFPE: 8, SIGKILL: 9,
  SIGUSR1: 10, SIGSEGV: 11, SIGUSR2: 12, SIGPIPE: 13, SIGALRM: 14, SIGTERM: 15, SIGCHLD: 17,
  SIGCONT: 18, SIGSTOP: 19, SIGTSTP: 20,
});

// The system's error numbers, positive; libuv's own have none.
function errnoConstants() {
  const result = { __proto__: null };
  for (const { 0: errno, 1: { 0: code } } of require('internal/util').getSystemErrorMap()) {
    if (errno > -1000) result[code] = -errno;
  }
  return ObjectFreeze(result);
}

const priority = ObjectFreeze({
  __proto__: null,
  PRIORITY_LOW: 19, PRIORITY_BELOW_NORMAL: 10, PRIORITY_NORMAL: 0, PRIORITY_ABOVE_NORMAL: -7,
  PRIORITY_HIGH: -14, PRIORITY_HIGHEST: -20,
});

const constants = ObjectFreeze({
  __proto__: null,
  UV_UDP_REUSEADDR: 4,
  dlopen: ObjectFreeze({ __proto__: null, RTLD_LAZY: 1, RTLD_NOW: 2, RTLD_GLOBAL: 256, RTLD_LOCAL: 0, RTLD_DEEPBIND: 8 }),
  errno: errnoConstants(),
  signals,
  priority,
});

let niceness = 0;

// Of the simulated process: the only one there is, so far.
function requireOwn(pid, syscall) {
  require('internal/validators').validateInt32(pid, 'pid');
  if (pid === 0 || pid === process.pid) return;
  const { ERR_SYSTEM_ERROR } = require('internal/errors').codes;
  throw new ERR_SYSTEM_ERROR({ syscall, code: 'ESRCH', message: 'no such process', errno: -3 });
}

function getPriority(pid = 0) {
  requireOwn(pid, 'uv_os_getpriority');
  return niceness;
}

function setPriority(pid, value) {
  if (value === undefined) {
    value = pid;
    pid = 0;
  }
  const { validateInt32 } = require('internal/validators');
  validateInt32(pid, 'pid');
  validateInt32(value, 'priority', priority.PRIORITY_HIGHEST, priority.PRIORITY_LOW);
  requireOwn(pid, 'uv_os_setpriority');
  niceness = value;
}

// As the environment says: it names no folder that can be written.
function tmpdir() {
  const { TMPDIR, TMP, TEMP } = process.env;
  const folder = TMPDIR || TMP || TEMP || '/tmp';
  return folder.length > 1 && folder[folder.length - 1] === '/' ? StringPrototypeSlice(folder, 0, -1) : folder;
}

module.exports = {
  arch: () => 'x64',
  availableParallelism: () => binding.cpus,
  constants,
  cpus,
  endianness: () => 'LE',
  freemem: () => kMemory / 2,
  getPriority,
  homedir: () => process.env.HOME || kHome,
  hostname: () => 'loopscope',
  loadavg: () => [0, 0, 0],
  machine: () => 'x86_64',
  networkInterfaces: () => ({
    lo: [{ address: '127.0.0.1', netmask: '255.0.0.0', family: 'IPv4', mac: '00:00:00:00:00:00',
           internal: true, cidr: '127.0.0.1/8' }],
  }),
  platform: () => 'linux',
  release: () => '6.1.0',
  setPriority,
  tmpdir,
  totalmem: () => kMemory,
  type: () => 'Linux',
  uptime: () => Number(binding.hrtime()) / 1e9,
  userInfo: () => ({ uid: 1000, gid: 1000, username: 'node', homedir: kHome, shell: '/bin/sh' }),
  version: () => '#1 SMP Loopscope',
};

for (const { 0: name, 1: value } of [['EOL', '\n'], ['devNull', '/dev/null']]) {
  ObjectDefineProperty(module.exports, name, {
    __proto__: null, configurable: true, enumerable: true, writable: false, value,
  });
}
