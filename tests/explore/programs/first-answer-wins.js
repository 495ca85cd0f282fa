const { Worker, isMainThread, parentPort, workerData } = require('worker_threads');
const { once } = require('events');
if (isMainThread) {
  const workers = ['one', 'two'].map((name) => new Worker(__filename, { workerData: name }));
  Promise.race(workers.map((worker) => once(worker, 'message'))).then(([winner]) => {
    console.log(winner);
    process.exit();
  });
} else {
  parentPort.postMessage(workerData);
}
