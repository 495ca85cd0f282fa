const { Worker, isMainThread, parentPort, workerData, threadId } = require('worker_threads');

if (isMainThread) {
  const cells = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(__filename, { workerData: cells });
  worker.on('message', (message) => console.log('message', message));
  worker.on('online', () => {
    console.log('online');
    console.log(Atomics.wait(cells, 0, 0), cells[0]);
  });
} else {
  setTimeout(() => {
    parentPort.postMessage('while it is blocked');
    Atomics.store(workerData, 0, 1);
    Atomics.notify(workerData, 0);
  }, 50);
}
