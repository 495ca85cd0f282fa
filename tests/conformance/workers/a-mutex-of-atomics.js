const { Worker, isMainThread, parentPort, workerData, threadId } = require('worker_threads');

const [kLock, kCount] = [0, 1];
function lock(cells) {
  while (Atomics.compareExchange(cells, kLock, 0, 1) !== 0) Atomics.wait(cells, kLock, 1);
}
function unlock(cells) {
  Atomics.store(cells, kLock, 0);
  Atomics.notify(cells, kLock, 1);
}
if (isMainThread) {
  const cells = new Int32Array(new SharedArrayBuffer(8));
  let left = 3;
  for (let i = 0; i < 3; i++) {
    new Worker(__filename, { workerData: cells }).on('exit', () => { if (--left === 0) console.log(cells[kCount]); });
  }
} else {
  for (let i = 0; i < 200; i++) {
    lock(workerData);
    workerData[kCount] = workerData[kCount] + 1;
    unlock(workerData);
  }
}
