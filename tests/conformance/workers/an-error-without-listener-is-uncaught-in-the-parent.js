const { Worker, isMainThread, parentPort, workerData, threadId } = require('worker_threads');

if (isMainThread) {
  process.on('uncaughtException', (error, origin) => console.log('parent caught', error.message, origin));
  const worker = new Worker(__filename);
  worker.unref();
  setTimeout(() => {}, 500);
} else {
  throw new Error('from the worker');
}
