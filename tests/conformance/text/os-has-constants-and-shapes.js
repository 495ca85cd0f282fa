const os = require('os');
console.log(JSON.stringify(os.EOL), os.platform() === process.platform, os.endianness(), typeof os.hostname(), os.cpus().length > 0, os.totalmem() >= os.freemem(), os.type(), os.devNull);
console.log(os.constants.signals.SIGINT, os.constants.errno.ENOENT, os.constants.priority.PRIORITY_LOW, typeof os.tmpdir(), os.loadavg().length, Object.keys(os.cpus()[0]), os.availableParallelism() > 0);
