// @title  A deadlock, detected
// @lesson Each thread holds one lock and waits for the other's. Nobody can ever go on: real node stands still
// until it is killed. Here the run ends, and says who waits for what, and since when.
// @cpus 4

const { Worker, isMainThread, workerData } = require('worker_threads');

const kFirst = 0;
const kSecond = 1;
const kStarted = 2;

function lock(cells, which) {
  while (Atomics.compareExchange(cells, which, 0, 1) !== 0) Atomics.wait(cells, which, 1);
}

function meet(cells) {
  Atomics.add(cells, kStarted, 1);
  Atomics.notify(cells, kStarted);
  while (Atomics.load(cells, kStarted) < 2) Atomics.wait(cells, kStarted, 1);
}

const cells = isMainThread ? new Int32Array(new SharedArrayBuffer(12)) : workerData;
if (isMainThread) {
  new Worker(__filename, { workerData: cells });
  console.log('main: takes the first lock, then wants the second');
}
lock(cells, isMainThread ? kFirst : kSecond);
meet(cells);
lock(cells, isMainThread ? kSecond : kFirst);
console.log('nobody comes here');
