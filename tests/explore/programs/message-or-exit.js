const { Worker, isMainThread, parentPort } = require('worker_threads');
if (isMainThread) {
  const worker = new Worker(__filename);
  worker.on('message', (message) => console.log(message));
  worker.on('online', () => {
    console.log('online');
    setImmediate(() => process.exit(3));
  });
} else {
  parentPort.postMessage('message');
}
