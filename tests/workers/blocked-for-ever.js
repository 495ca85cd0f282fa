// A worker waits for a cell that nobody notifies.
const { Worker, isMainThread, workerData } = require('worker_threads');

if (isMainThread) {
  const worker = new Worker(__filename, { workerData: new Int32Array(new SharedArrayBuffer(4)) });
  worker.on('exit', () => console.log('never'));
} else {
  Atomics.wait(workerData, 0, 0);
}
