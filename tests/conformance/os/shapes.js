'use strict';

const os = require('os');
const shape = (value) => (Array.isArray(value) ? value.slice(0, 1).map(shape) :
  value !== null && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shape(one)])) : typeof value);
for (const name of ['arch', 'availableParallelism', 'cpus', 'endianness', 'freemem', 'homedir', 'hostname', 'loadavg', 'platform', 'release', 'tmpdir', 'totalmem',
                    'type', 'userInfo', 'uptime', 'version', 'machine', 'getPriority']) console.log(name, shape(os[name]()));
console.log(os.loadavg().length, os.cpus().length === os.availableParallelism(), Object.getPrototypeOf(os.userInfo()), os.platform(), os.endianness(), os.type());
console.log(os.networkInterfaces().lo[0], os.EOL, os.devNull, `${os.type}`, os.arch + '', `${os.hostname}` === os.hostname());
console.log(Buffer.isBuffer(os.userInfo({ encoding: 'buffer' }).username), typeof os.userInfo({ encoding: 'hex' }).shell, typeof os.userInfo(5).username);
