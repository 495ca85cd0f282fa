// @title  A pool of eight workers over a thousand tasks
// @cpus 4
const { Worker, isMainThread, parentPort } = require('worker_threads');

const kTasks = 1000;

if (isMainThread) {
  let next = 0;
  let done = 0;
  let sum = 0;
  for (let i = 0; i < 8; i++) {
    const worker = new Worker(__filename);
    const give = () => {
      if (next < kTasks) worker.postMessage(next++);
      else worker.terminate();
    };
    worker.on('message', (square) => {
      sum += square;
      if (++done === kTasks) console.log(`${done} tasks, sum ${sum}`);
      give();
    });
    give();
  }
} else {
  parentPort.on('message', (n) => {
    for (let i = 0; i < (n % 7) * 1000; i++);
    parentPort.postMessage(n * n);
  });
}
