const { Worker, isMainThread, parentPort, workerData, threadId } = require('worker_threads');

if (isMainThread) {
  globalThis.mark = 'main';
  require('path').mark = 'main';
  new Worker(__filename).on('message', (message) => console.log(message));
} else {
  parentPort.postMessage([globalThis.mark, require('path').mark, require.main === module, module.parent, __filename === process.argv[1]]);
}
