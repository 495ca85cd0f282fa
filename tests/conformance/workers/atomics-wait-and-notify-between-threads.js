const { Worker, isMainThread, parentPort, workerData, threadId } = require('worker_threads');

if (isMainThread) {
  const cells = new Int32Array(new SharedArrayBuffer(8));
  const worker = new Worker(__filename, { workerData: cells });
  worker.on('message', (message) => console.log(message));
  worker.on('online', () => setTimeout(() => {
    Atomics.store(cells, 0, 42);
    console.log('notified', Atomics.notify(cells, 0));
  }, 100));
  worker.on('exit', () => console.log('exit'));
} else {
  const outcome = Atomics.wait(workerData, 0, 0);
  parentPort.postMessage([outcome, Atomics.load(workerData, 0)]);
}
