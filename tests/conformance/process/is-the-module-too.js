console.log(require('process') === process, require('node:process') === process, globalThis.process === process);
