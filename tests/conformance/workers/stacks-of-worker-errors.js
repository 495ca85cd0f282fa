// An uncaught error's stack as the parent gets it: down to the message that started the worker's program.
const { Worker, isMainThread } = require('worker_threads');

if (isMainThread) {
  const run = (worker) => new Promise((resolve) => {
    worker.on('error', (error) => console.log(error.stack.replaceAll(__dirname, '.')));
    worker.on('exit', resolve);
  });
  const evaluate = (text) => run(new Worker(text, { eval: true }));
  (async () => {
    await evaluate('function f() { throw new Error("in eval"); }\nf();');
    await evaluate('null.foo');
    await evaluate('setTimeout(function t() { throw new Error("timer"); }, 1)');
    await evaluate('process.nextTick(() => { throw new Error("tick"); })');
    await evaluate('Promise.reject(new Error("rejected"))');
    await run(new Worker(__filename));
    const listening = new Worker('require("worker_threads").parentPort.on("message", function m() { throw new Error("message"); })',
                                 { eval: true });
    listening.postMessage(1);
    await run(listening);
  })();
} else {
  function g() {
    throw new RangeError('in file');
  }
  g();
}
