// @title  A hand-shake with Atomics.wait
// @lesson Atomics.wait() puts a thread to sleep until another one calls Atomics.notify() on the same cell. The
// two pass a turn to and fro without a single message, and without their event loops.
// @cpus 4

const { Worker, isMainThread, workerData } = require('worker_threads');
const { writeSync } = require('fs');

const kMain = 0;
const kWorker = 1;

function take(turn, mine) {
  while (Atomics.load(turn, 0) !== mine) Atomics.wait(turn, 0, 1 - mine);
}

function give(turn, other) {
  Atomics.store(turn, 0, other);
  Atomics.notify(turn, 0);
}

if (isMainThread) {
  const turn = new Int32Array(new SharedArrayBuffer(4));
  new Worker(__filename, { workerData: turn });
  for (let i = 1; i <= 3; i++) {
    take(turn, kMain);
    writeSync(1, `main: ping ${i}\n`);
    give(turn, kWorker);
  }
  take(turn, kMain);
  writeSync(1, 'main: that was all\n');
} else {
  for (let i = 1; i <= 3; i++) {
    take(workerData, kWorker);
    writeSync(1, `worker: pong ${i}\n`);
    give(workerData, kMain);
  }
}
