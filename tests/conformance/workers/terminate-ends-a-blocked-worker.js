const { Worker, isMainThread, parentPort, workerData, threadId } = require('worker_threads');

if (isMainThread) {
  const worker = new Worker(__filename, { workerData: new Int32Array(new SharedArrayBuffer(4)) });
  worker.on('message', async (message) => {
    console.log(message);
    console.log('terminated', await worker.terminate());
  });
} else {
  parentPort.postMessage('about to block');
  Atomics.wait(workerData, 0, 0);
}
