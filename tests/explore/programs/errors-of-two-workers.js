const { Worker, isMainThread, workerData } = require('worker_threads');
if (isMainThread) {
  for (const name of ['one', 'two']) {
    const worker = new Worker(__filename, { workerData: name });
    worker.on('error', (error) => {
      console.log(error.message);
      process.exitCode = error.message === 'one' ? 1 : 2;
    });
  }
} else {
  throw new Error(workerData);
}
