const { Worker, isMainThread, parentPort, workerData } = require('worker_threads');
if (isMainThread) {
  let count = 0;
  for (const name of ['one', 'two']) {
    const worker = new Worker(__filename, { workerData: name });
    worker.on('message', (message) => {
      console.log(message);
      if (++count === 2) process.exit();
    });
  }
} else {
  parentPort.postMessage(workerData);
}
