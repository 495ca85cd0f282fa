'use strict';

// Source: Node.js documentation "OS". The machine is the simulated one: @cpus says how many cores.

const {
  ArrayFrom,
  MathFloor,
  MathMax,
  Number,
  ObjectDefineProperty,
  StringPrototypeSlice,
  SymbolToPrimitive,
} = primordials;
const binding = internalBinding('process');
const { constants } = require('internal/os_constants');

const kHome = '/home/node';
const kMemory = 8 * 1024 ** 3;
const kMsPerNs = 1e-6;

// Only the first core has worked so far: for the program. In milliseconds, as the system counts it.
function cpus() {
  const up = MathFloor(Number(binding.hrtime()) * kMsPerNs);
  const used = MathFloor(binding.cpuUsageNs() * kMsPerNs);
  return ArrayFrom({ length: binding.cpus }, (_, core) => {
    const user = core === 0 ? used : 0;
    return {
      model: 'Loopscope virtual CPU',
      speed: 3000,
      times: { user, nice: 0, sys: 0, idle: MathMax(0, up - user), irq: 0 },
    };
  });
}

let niceness = 0;

// Of the simulated process: the only one there is, so far.
function requireOwn(pid, syscall) {
  if (pid === 0 || pid === process.pid) return;
  const { ERR_SYSTEM_ERROR } = require('internal/errors').codes;
  throw new ERR_SYSTEM_ERROR({ errno: -3, code: 'ESRCH', message: 'no such process', syscall });
}

function getPriority(pid) {
  if (pid === undefined) pid = 0;
  else require('internal/validators').validateInt32(pid, 'pid');
  requireOwn(pid, 'uv_os_getpriority');
  return niceness;
}

function setPriority(pid, priority) {
  if (priority === undefined) {
    priority = pid;
    pid = 0;
  }
  const { validateInt32 } = require('internal/validators');
  validateInt32(pid, 'pid');
  validateInt32(priority, 'priority', -20, 19);
  requireOwn(pid, 'uv_os_setpriority');
  niceness = priority;
}

// As the environment says: it names no folder that can be written.
function tmpdir() {
  const { TMPDIR, TMP, TEMP } = process.env;
  const folder = TMPDIR || TMP || TEMP || '/tmp';
  return folder.length > 1 && folder[folder.length - 1] === '/' ? StringPrototypeSlice(folder, 0, -1) : folder;
}

// Texts as Buffers if that is asked for, or in another encoding.
function userInfo(options) {
  const encoding = options !== null && typeof options === 'object' ? options.encoding : undefined;
  const { Buffer } = require('buffer');
  const shown = (text) => {
    if (encoding === 'buffer') return Buffer.from(text);
    return Buffer.isEncoding(encoding) ? Buffer.from(text).toString(encoding) : text;
  };
  return {
    __proto__: null,
    uid: 1000,
    gid: 1000,
    username: shown('node'),
    homedir: shown(kHome),
    shell: shown('/bin/sh'),
  };
}

function networkInterfaces() {
  const mac = '00:00:00:00:00:00';
  return {
    lo: [{ address: '127.0.0.1', netmask: '255.0.0.0', family: 'IPv4', mac, internal: true, cidr: '127.0.0.1/8' }],
  };
}

// Nothing else runs on the machine, and a minute has not passed.
function loadavg() {
  return [0, 0, 0];
}

// These stand for what they return where a primitive is wanted: `${os.hostname}`.
const asPrimitives = {
  arch: function arch() { return 'x64'; },
  availableParallelism: function getAvailableParallelism() { return binding.cpus; },
  endianness: function endianness() { return 'LE'; },
  freemem: function getFreeMem() { return kMemory / 2; },
  homedir: function homedir() { return process.env.HOME || kHome; },
  hostname: function hostname() { return binding.hostName; },
  platform: function platform() { return 'linux'; },
  release: function getOSRelease() { return '6.1.0'; },
  tmpdir,
  totalmem: function getTotalMem() { return kMemory; },
  type: function getOSType() { return 'Linux'; },
  uptime: function uptime() { return Number(binding.hrtime()) / 1e9; },
  version: function getOSVersion() { return '#1 SMP Loopscope'; },
  machine: function getMachine() { return 'x86_64'; },
};
for (const name in asPrimitives) {
  ObjectDefineProperty(asPrimitives[name], SymbolToPrimitive, {
    __proto__: null, configurable: true, enumerable: true, writable: true, value: () => asPrimitives[name](),
  });
}

module.exports = {
  arch: asPrimitives.arch,
  availableParallelism: asPrimitives.availableParallelism,
  cpus,
  endianness: asPrimitives.endianness,
  freemem: asPrimitives.freemem,
  getPriority,
  homedir: asPrimitives.homedir,
  hostname: asPrimitives.hostname,
  loadavg,
  networkInterfaces,
  platform: asPrimitives.platform,
  release: asPrimitives.release,
  setPriority,
  tmpdir,
  totalmem: asPrimitives.totalmem,
  type: asPrimitives.type,
  userInfo,
  uptime: asPrimitives.uptime,
  version: asPrimitives.version,
  machine: asPrimitives.machine,
};

const fixed = (value, configurable) => ({ __proto__: null, configurable, enumerable: true, writable: false, value });
ObjectDefineProperty(module.exports, 'constants', fixed(constants, false));
ObjectDefineProperty(module.exports, 'EOL', fixed('\n', true));
ObjectDefineProperty(module.exports, 'devNull', fixed('/dev/null', true));
