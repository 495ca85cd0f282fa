const { Worker, isMainThread, parentPort } = require('worker_threads');
if (isMainThread) {
  const worker = new Worker(__filename);
  worker.on('message', (message) => console.log(message));
  worker.unref();
  setTimeout(() => console.log('timeout'), 50);
} else {
  parentPort.postMessage('message');
}
