const { Worker, isMainThread, parentPort } = require('worker_threads');
if (isMainThread) {
  const worker = new Worker(__filename);
  worker.on('message', (message) => console.log(message));
  setTimeout(() => console.log('timeout'), 30);
} else {
  parentPort.postMessage('message');
}
