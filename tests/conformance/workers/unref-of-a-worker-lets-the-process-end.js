const { Worker, isMainThread, parentPort, workerData, threadId } = require('worker_threads');

if (isMainThread) {
  const worker = new Worker(__filename);
  worker.unref();
  process.on('exit', () => console.log('the process ends'));
} else {
  setInterval(() => {}, 1000);
}
