// What a worker evaluates is a script of the global scope; a module's variables are global ones.
const { Worker } = require('worker_threads');
const run = (text) => new Promise((resolve) => {
  const worker = new Worker(text, { eval: true });
  worker.on('message', (message) => console.log(message));
  worker.on('error', (error) => console.log(error.message));
  worker.on('exit', resolve);
});

(async () => {
  await run(`
    const { parentPort } = require('worker_threads');
    var v = 1;
    let l = 2;
    function f() {}
    parentPort.postMessage([this === globalThis, globalThis.v, globalThis.l, typeof globalThis.f, typeof arguments]);
    parentPort.postMessage([__filename, __dirname, module.id, typeof exports, require.main === module, module.exports === exports]);
    parentPort.postMessage(Object.keys(globalThis).filter((name) => ['module', 'require', 'exports', '__filename', '__dirname'].includes(name)));
  `);
  await run('return 5');
  await run('"use strict"; undefinedVariable = 5');
  await run('delete globalThis.require; setImmediate(() => require("fs"))');
})();
