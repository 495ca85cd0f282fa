const { Worker, isMainThread, parentPort } = require('worker_threads');
if (isMainThread) {
  const worker = new Worker(__filename);
  worker.on('message', (message) => {
    console.log(message);
    if (message === 1) setTimeout(() => console.log('timeout'), 1);
    if (message < 3) worker.postMessage(message);
    else worker.unref();
  });
  worker.postMessage(0);
} else {
  parentPort.on('message', (message) => parentPort.postMessage(message + 1));
}
