// Two locks, taken in opposite order.
const { Worker, isMainThread, parentPort, workerData } = require('worker_threads');

function lock(cells, index) {
  while (Atomics.compareExchange(cells, index, 0, 1) !== 0) Atomics.wait(cells, index, 1);
}

if (isMainThread) {
  const cells = new Int32Array(new SharedArrayBuffer(8));
  const worker = new Worker(__filename, { workerData: cells });
  lock(cells, 0);
  worker.on('message', () => {
    lock(cells, 1);
    console.log('never');
  });
} else {
  lock(workerData, 1);
  parentPort.postMessage('I have the second');
  lock(workerData, 0);
}
