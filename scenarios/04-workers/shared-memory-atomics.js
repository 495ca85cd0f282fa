// @title  The race, mended by Atomics
// @lesson Atomics.add() reads, adds and writes in one step that nobody can come between. However the two
// threads take turns, all twenty steps count.
// @cpus 4

const { Worker, isMainThread, workerData } = require('worker_threads');

if (isMainThread) {
  const cells = new Int32Array(new SharedArrayBuffer(8));
  let running = 2;
  for (const name of ['A', 'B']) {
    const worker = new Worker(__filename, { workerData: cells, name });
    worker.on('exit', () => {
      if (--running === 0) console.log(`${cells[0]} of 20 steps are there`);
    });
  }
} else {
  const cells = workerData;
  // Both begin together.
  Atomics.add(cells, 1, 1);
  while (Atomics.load(cells, 1) < 2);
  for (let i = 0; i < 10; i++) {
    const until = Date.now() + 2;
    while (Date.now() < until);
    Atomics.add(cells, 0, 1);
  }
}
