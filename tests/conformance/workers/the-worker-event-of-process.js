const { Worker, isMainThread, parentPort, workerData, threadId } = require('worker_threads');

if (isMainThread) {
  process.on('worker', (worker) => console.log('worker event', worker === made, worker.threadId));
  const made = new Worker(__filename);
  made.on('exit', () => console.log('exit'));
  console.log('made');
}
