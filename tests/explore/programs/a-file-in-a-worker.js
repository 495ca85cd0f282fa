const { Worker, isMainThread, parentPort } = require('worker_threads');
const { stat } = require('fs');
if (isMainThread) {
  const worker = new Worker(__filename);
  worker.on('message', (message) => console.log(message));
} else {
  stat(__filename, () => parentPort.postMessage('stat'));
  setTimeout(() => parentPort.postMessage('timeout'), 1);
  setImmediate(() => parentPort.postMessage('immediate'));
}
