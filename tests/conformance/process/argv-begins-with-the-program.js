const path = require('path');
console.log(process.argv.length, path.isAbsolute(process.argv[0]), path.basename(process.argv[1]));
console.log(typeof process.argv0, Array.isArray(process.execArgv), process.execArgv.length);
