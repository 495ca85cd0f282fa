const childProcess = require('child_process');
console.log(typeof childProcess.fork, typeof childProcess.spawn, typeof childProcess.execFileSync);
