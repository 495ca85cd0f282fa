'use strict';

// Source: Node.js documentation "OS". The machine is the simulated one: @cpus says how many cores.

const { ArrayFrom, ObjectFreeze } = primordials;
const binding = internalBinding('process');

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

module.exports = {
  EOL: '\n',
  arch: () => 'x64',
  availableParallelism: () => binding.cpus,
  constants,
  cpus,
  devNull: '/dev/null',
  endianness: () => 'LE',
  freemem: () => kMemory / 2,
  getPriority: () => 0,
  homedir: () => process.env.HOME,
  hostname: () => 'loopscope',
  loadavg: () => [0, 0, 0],
  machine: () => 'x86_64',
  networkInterfaces: () => ({
    lo: [{ address: '127.0.0.1', netmask: '255.0.0.0', family: 'IPv4', mac: '00:00:00:00:00:00',
           internal: true, cidr: '127.0.0.1/8' }],
  }),
  platform: () => 'linux',
  release: () => '6.1.0',
  tmpdir: () => '/tmp',
  totalmem: () => kMemory,
  type: () => 'Linux',
  uptime: () => Number(binding.hrtime()) / 1e9,
  userInfo: () => ({ uid: 1000, gid: 1000, username: 'node', homedir: process.env.HOME, shell: '/bin/sh' }),
  version: () => '#1 SMP Loopscope',
};
