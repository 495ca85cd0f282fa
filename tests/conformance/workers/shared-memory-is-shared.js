const { Worker, isMainThread, parentPort, workerData, threadId } = require('worker_threads');

if (isMainThread) {
  const shared = new SharedArrayBuffer(8);
  const cells = new Int32Array(shared);
  const worker = new Worker(__filename, { workerData: shared });
  worker.on('message', (message) => console.log(message, cells[0]));
  worker.on('exit', () => console.log(cells));
} else {
  const cells = new Int32Array(workerData);
  cells[0] = 7;
  parentPort.postMessage([workerData instanceof SharedArrayBuffer, workerData.byteLength]);
  Atomics.add(cells, 1, 5);
}
