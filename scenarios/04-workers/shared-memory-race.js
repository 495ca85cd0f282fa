// @title  A race on shared memory
// @lesson Two threads count up the same cell, ten times each. To count is to read, to add and to write: whoever
// reads before the other has written makes the other's step undone. Of twenty steps only some are left.
// @cpus 4

const { Worker, isMainThread, workerData } = require('worker_threads');

if (isMainThread) {
  const cells = new Int32Array(new SharedArrayBuffer(8));
  let running = 2;
  for (const name of ['A', 'B']) {
    const worker = new Worker(__filename, { workerData: cells, name });
    worker.on('exit', () => {
      if (--running === 0) {
        console.log(cells[0] < 20 ? 'steps were lost' : 'no step was lost: run it again');
      }
    });
  }
} else {
  const cells = workerData;
  // Both begin together.
  Atomics.add(cells, 1, 1);
  while (Atomics.load(cells, 1) < 2);
  for (let i = 0; i < 10; i++) {
    const seen = cells[0];
    const until = Date.now() + 2;
    while (Date.now() < until);
    cells[0] = seen + 1;
  }
}
