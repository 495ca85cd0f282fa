const { Worker, isMainThread, parentPort, workerData, threadId } = require('worker_threads');

const kWaiters = 3;
if (isMainThread) {
  const cells = new Int32Array(new SharedArrayBuffer(8));
  let woken = 0;
  let left = kWaiters;
  for (let i = 0; i < kWaiters; i++) {
    const worker = new Worker(__filename, { workerData: cells });
    worker.on('exit', () => { if (--left === 0) console.log('all awake'); });
  }
  const ask = setInterval(() => {
    if (Atomics.load(cells, 1) < kWaiters) return;
    clearInterval(ask);
    setTimeout(() => {
      console.log(Atomics.notify(cells, 0, 2));
      console.log(Atomics.notify(cells, 0));
      console.log(Atomics.notify(cells, 0));
    }, 100);
  }, 5);
} else {
  Atomics.add(workerData, 1, 1);
  Atomics.wait(workerData, 0, 0);
}
