const { Worker, isMainThread, parentPort, workerData, threadId } = require('worker_threads');

if (isMainThread) {
  new Worker(__filename).on('message', (message) => console.log(message));
} else {
  setTimeout(() => parentPort.postMessage('timeout'), 0);
  setImmediate(() => parentPort.postMessage('immediate'));
  Promise.resolve().then(() => parentPort.postMessage('job'));
  process.nextTick(() => parentPort.postMessage('tick'));
  parentPort.postMessage('main');
}
