const { Worker, isMainThread, parentPort, workerData, threadId } = require('worker_threads');

if (isMainThread) {
  const worker = new Worker(__filename);
  worker.postMessage('a');
  worker.postMessage('b');
  worker.on('message', (message) => console.log(message));
} else {
  setTimeout(() => {
    parentPort.on('message', (message) => {
      parentPort.postMessage('late ' + message);
      if (message === 'b') parentPort.close();
    });
  }, 20);
}
