const { Console } = require('node:console');
const own = new Console({ stdout: process.stdout, stderr: process.stderr, groupIndentation: 4, inspectOptions: { depth: 0, compact: false } });
own.log({ a: { b: 1 } });
own.group('group');
own.log('four spaces');
