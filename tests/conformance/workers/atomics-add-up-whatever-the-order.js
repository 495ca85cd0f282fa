const { Worker, isMainThread, parentPort, workerData, threadId } = require('worker_threads');

if (isMainThread) {
  const cells = new Int32Array(new SharedArrayBuffer(4));
  let left = 4;
  for (let i = 0; i < 4; i++) {
    new Worker(__filename, { workerData: cells }).on('exit', () => {
      if (--left === 0) console.log(cells[0]);
    });
  }
} else {
  for (let i = 0; i < 1000; i++) Atomics.add(workerData, 0, 1);
}
