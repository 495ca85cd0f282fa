const { Worker, isMainThread, parentPort, workerData, threadId } = require('worker_threads');

if (isMainThread) {
  const worker = new Worker(__filename, { workerData: { n: 20 } });
  worker.on('online', () => console.log('online'));
  worker.on('message', (message) => console.log('message', message));
  worker.on('exit', (code) => console.log('exit', code, worker.threadId));
  console.log('made', worker.threadId);
} else {
  parentPort.postMessage({ isMainThread, threadId, workerData, double: workerData.n * 2 });
}
